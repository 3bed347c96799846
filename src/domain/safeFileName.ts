/** What no file name may hold: what Windows forbids, what cannot be seen or turns the reading round, halves of characters. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
/** Devices of Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\s*(?:\.|$))/i;
/** Bytes of UTF-8: file systems of Linux take 255, paths of Windows 260 characters in all. */
const LONGEST = 200;
const ENDING = /\.[^.]{1,10}$/;

/**
 * A file name that every system takes, in one spelling (NFC): what is forbidden becomes `_`, a name too long is cut before
 * its ending; Chinese stays as it is.
 */
export function safeFileName(name: string, empty = '导出'): string {
  const safe = name
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/[. ]+$/, '')
    .trim();
  if (!safe) return empty;
  return shortened(DEVICE.test(safe) ? `_${safe}` : safe);
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function shortened(name: string): string {
  if (bytesOf(name) <= LONGEST) return name;
  const ending = ENDING.exec(name)?.[0] ?? '';
  const stem = [...name.slice(0, name.length - ending.length)];
  while (bytesOf(stem.join('') + ending) > LONGEST) stem.pop();
  return stem.join('').trimEnd() + ending;
}
