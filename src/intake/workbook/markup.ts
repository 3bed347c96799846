import { FileRefused } from '../../domain/problems';
import { piecesOf } from '../pieces';

const CHUNK = 1 << 20;
/** Where a document says its encoding. */
const HEAD = 4096;

/** What an HTML or XML document says of its encoding; null where it is silent. */
function declared(head: Uint8Array): string | null {
  const text = new TextDecoder('latin1').decode(head);
  const label =
    /<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(text) ?? /<meta[^>]*\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(text);
  return label?.[1] ?? null;
}

async function decodes(file: Blob, label: string): Promise<boolean> {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    for await (const chunk of piecesOf(file, CHUNK)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/**
 * The encoding of a document. What is UTF-8 throughout is UTF-8, whatever it says: text of another one never is by chance,
 * and programs often write one and declare the other.
 */
async function encodingOf(file: Blob): Promise<string> {
  const head = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0x3c && head[1] === 0)) return 'utf-16le';
  if ((head[0] === 0xfe && head[1] === 0xff) || (head[0] === 0 && head[1] === 0x3c)) return 'utf-16be';
  if (await decodes(file, 'utf-8')) return 'utf-8';
  const said = declared(head);
  // `gb2312` and `gbk` are subsets; the platform reads all three alike.
  for (const label of said && !/^utf-?\d/i.test(said) ? [said, 'gb18030'] : ['gb18030'])
    if (await decodes(file, label)) return label;
  throw new FileRefused('unknown_encoding');
}

/** A document as UTF-8, however it is encoded; each call reads anew. */
export async function documentOf(file: Blob): Promise<() => ReadableStream<Uint8Array>> {
  const encoding = await encodingOf(file);
  return () => {
    const pieces = piecesOf(file, CHUNK);
    const decoder = new TextDecoder(encoding, { fatal: true });
    const encoder = new TextEncoder();
    return new ReadableStream({
      async pull(to) {
        const { value, done } = await pieces.next();
        // Also for UTF-8: a mark at its beginning is taken away.
        to.enqueue(encoder.encode(done ? decoder.decode() : decoder.decode(value, { stream: true })));
        if (done) to.close();
      },
    });
  };
}

/** To read the sheets of a document one after the other it is gone through once for each, which is not to take for ever. */
const LONGEST_WAY = 4 * 2 ** 30;

/** @throws FileRefused for a large document of very many sheets */
export function readable(sheets: number, file: Blob): void {
  if (sheets * file.size > LONGEST_WAY) throw new FileRefused('too_large', { detail: `含 ${sheets} 个表格` });
}
