export type WorkbookForm = 'xlsx' | 'xls' | 'html' | 'xml';

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((b, i) => bytes[i] === b);
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];
/** Some programs write the records of an xls without a container: their first one, BOF. */
const BARE = [
  [0x09, 0x08, 0x08, 0x00],
  [0x09, 0x08, 0x10, 0x00],
];

/** How much of a file tells its form. */
export const HEAD = 8192;

/**
 * The form of a workbook, told by what is in it; null where it is none.
 * @param head its first bytes, `HEAD` of them or all
 * @param names of the parts, where it is a zip and they are known; else they are looked for in the first bytes
 */
export function workbookForm(head: Uint8Array, names?: readonly string[]): WorkbookForm | null {
  if (startsWith(head, OLE) || BARE.some((magic) => startsWith(head, magic))) return 'xls';
  if (startsWith(head, ZIP)) {
    const listed = names ?? [new TextDecoder('latin1').decode(head)];
    return listed.some((n) => PARTS.test(n)) && !listed.some((n) => OTHERS.test(n)) ? 'xlsx' : null;
  }
  return markupForm(markupText(head));
}

/** A part that only a workbook has, or what an OpenDocument sheet begins with. */
const PARTS =
  /(?:^|[^\w])(?:xl[/\\]|\[Content_Types\]\.xml)|mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/i;
/** Parts of other documents that are zips of the same kind. */
const OTHERS = /(?:^|[^\w])(?:word|ppt|visio)[/\\]/i;

const DOCUMENTS: readonly (readonly [what: string, part: RegExp])[] = [
  ['Word 文档', /(?:^|[^\w])word[/\\]/i],
  ['PPT 演示文稿', /(?:^|[^\w])ppt[/\\]/i],
  ['Visio 图', /(?:^|[^\w])visio[/\\]/i],
  ['苹果 Numbers、Pages 等文稿', /\.iwa|buildVersionHistory\.plist/],
  ['OpenDocument 文档', /mimetypeapplication\/vnd\.oasis/],
];

/** What a zip is called that is a document and no workbook. @param head its first bytes, or the name of its main part */
export function zipDocument(head: Uint8Array | string): string {
  const text = typeof head === 'string' ? head : new TextDecoder('latin1').decode(head);
  return DOCUMENTS.find(([, part]) => part.test(text))?.[0] ?? '不是工作簿的 ZIP 文件';
}

/** The beginning of a text, good enough to find ASCII words in it. */
function markupText(head: Uint8Array): string {
  if (startsWith(head, [0xff, 0xfe]) || (head[0] === 0x3c && head[1] === 0))
    return new TextDecoder('utf-16le').decode(head);
  if (startsWith(head, [0xfe, 0xff]) || (head[0] === 0 && head[1] === 0x3c))
    return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('latin1').decode(startsWith(head, [0xef, 0xbb, 0xbf]) ? head.subarray(3) : head);
}

function markupForm(head: string): WorkbookForm | null {
  const text = head.trimStart();
  if (/^mime-version:|^from:[^\n]*\r?\n(?:.*\r?\n){0,8}mime-version:/i.test(text))
    return /content-type:\s*(?:multipart\/related|text\/html)/i.test(text) ? 'html' : null;
  // A cell of plain text may hold a tag, but no plain text begins with one.
  if (!text.startsWith('<')) return null;
  const words = text.replace(/<!--[\s\S]*?-->/g, '');
  if (/^(?:<\?[^>]*>\s*)*<(?:\w+:)?Workbook[\s>]/.test(words)) return 'xml';
  if (/<(?:html|table|head|body|meta|style|div)[\s>/]/i.test(words)) return 'html';
  return null;
}
