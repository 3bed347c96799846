import { readFileSync } from 'node:fs';
import * as xlsx from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { FileRefused } from '../../src/domain/problems';
import { GOOD } from './goodFiles';
import { mutated, numbers } from './mutations';
import { take } from './take';

/**
 * Reads damaged workbooks of the binary forms in a process of its own, since a library that goes round and round can be stopped
 * in no other way. Arguments: the form, and seeds from … to. Says each seed before it is read.
 */
type Bytes = Uint8Array<ArrayBuffer>;

const bytesOf = async (file: Blob | Promise<Blob>): Promise<Bytes> => new Uint8Array(await (await file).arrayBuffer());

/** The records within the container damaged: the container is whole. */
function recordsMutated(whole: Bytes, seed: number): Bytes {
  const inside = xlsx.CFB.read(whole, { type: 'array' });
  const stream = xlsx.CFB.find(inside, '/Workbook');
  stream.content = mutated(Uint8Array.from(stream.content as number[]), seed);
  stream.size = stream.content.length;
  return Uint8Array.from(xlsx.CFB.write(inside, { type: 'array' }) as number[]);
}

/** A part of the workbook damaged, and packed again with its right checksum. */
function partMutated(whole: Bytes, seed: number): Bytes {
  const parts = unzipSync(whole);
  const names = Object.keys(parts).filter((n) => /\.(?:bin|rels)$|^\[/.test(n));
  const name = names[numbers(seed)(names.length)] as string;
  parts[name] = mutated(parts[name] as Bytes, seed);
  return zipSync(parts, { level: 1 }) as Bytes;
}

/** With names of areas and formulas of the library's own making. */
async function withNames(): Promise<Bytes> {
  const book = xlsx.read(await bytesOf(GOOD.xlsb?.() as Blob), { type: 'array' });
  const area = (name: string) => ({ Name: name, Ref: `台账!$A$1:$C$9` });
  book.Workbook = { Names: [area('甲'), area('_xlnm.Print_Area'), area('乙')] };
  return new Uint8Array(xlsx.write(book, { type: 'array', bookType: 'xlsb' }) as ArrayBuffer);
}

const libreOffice = (): Bytes => Uint8Array.from(readFileSync(new URL('../files/libreoffice.xls', import.meta.url)));

const FORMS: Readonly<Record<string, () => Promise<(seed: number) => Bytes>>> = {
  'records of an xls': async () => {
    const whole = await bytesOf(GOOD.xls?.() as Blob);
    return (seed) => recordsMutated(whole, seed);
  },
  'records of an xls with formulas': async () => (seed) => recordsMutated(libreOffice(), seed),
  'an xls': async () => (seed) => mutated(libreOffice(), seed),
  'parts of an xlsb with names': async () => {
    const whole = await withNames();
    return (seed) => partMutated(whole, seed);
  },
};

// The library that reads xls says there which records it does not know.
console.error = () => undefined;
const [form, from, to] = process.argv.slice(2);
const file = await (FORMS[form as string] as NonNullable<(typeof FORMS)[string]>)();
let read = 0;
for (let seed = Number(from); seed < Number(to); seed++) {
  process.stdout.write(`${seed}\n`);
  try {
    await take(new Blob([file(seed)]));
    read++;
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
  }
}
process.stdout.write(`read ${read}\n`);
