import { FileRefused } from '../../domain/problems';

/** Held in memory. */
const LARGEST = 200 * 2 ** 20;
const LONGEST_HEAD = 16_384;
/** Nested no deeper by any program. */
const DEEPEST = 4;

/** An HTML document that was saved with others in one file. */
export interface Document {
  /** Its address there. */
  location: string;
  html: Blob;
}

const latin1 = new TextDecoder('latin1');
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** Each byte as the character of its number. The platform's `latin1` is Windows', which has others from 128 to 159. */
function charactersOf(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 8192)
    pieces.push(String.fromCharCode.apply(null, bytes.subarray(i, i + 8192) as unknown as number[]));
  return pieces.join('');
}

/** True for a “single file web page” (MHTML): a message as mail is. */
export async function isMhtml(file: Blob): Promise<boolean> {
  const head = latin1.decode(await file.slice(0, 1024).arrayBuffer());
  return /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?mime-version:/i.test(head);
}

/** The HTML documents of an MHTML file; pictures and style sheets are passed over. */
export async function documentsOf(file: Blob): Promise<Document[]> {
  if (file.size > LARGEST) throw new FileRefused('too_large', { detail: `超过 ${LARGEST / 2 ** 20} MB` });
  // Each byte a character: what they mean is told by each part.
  const text = charactersOf(new Uint8Array(await file.arrayBuffer()));
  const found: Document[] = [];
  partsOf(text.trimStart(), 0, found);
  if (!found.length) throw new FileRefused('unknown_form', { detail: '网页中没有表格' });
  return found;
}

function partsOf(text: string, depth: number, found: Document[]): void {
  const end = /\r?\n\r?\n/.exec(text);
  if (!end || end.index > LONGEST_HEAD || depth > DEEPEST) return;
  const head = text.slice(0, end.index).replace(/\r?\n[ \t]+/g, ' ');
  const body = text.slice(end.index + end[0].length);
  const said = (name: string): string => new RegExp(`^${name}:\\s*(.*?)\\s*$`, 'im').exec(head)?.[1] ?? '';
  const type = said('content-type');
  const boundary = /\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  if (boundary) {
    const mark = `--${boundary[1] ?? boundary[2]}`;
    const pieces = `\n${body}`.split(`\n${mark}`);
    // The end is marked too; where it is not, the file was cut off.
    if (!pieces.at(-1)?.startsWith('--')) throw new FileRefused('broken_workbook', { detail: '网页档案中途结束' });
    for (const piece of pieces.slice(1, -1)) partsOf(piece.replace(/^[ \t]*\r?\n/, ''), depth + 1, found);
  } else if (/^text\/html\b/i.test(type)) {
    const html = decoded(body, said('content-transfer-encoding').toLowerCase());
    found.push({ location: said('content-location'), html: new Blob([html]) });
  }
}

function decoded(body: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'quoted-printable')
    return bytesOf(
      body
        .replace(/=[ \t]*\r?\n/g, '')
        .replace(/=([\da-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
  if (encoding !== 'base64') return bytesOf(body);
  try {
    return bytesOf(atob(body.replace(/\s+/g, '')));
  } catch {
    throw new FileRefused('broken_workbook', { detail: '网页档案的编码损坏' });
  }
}
