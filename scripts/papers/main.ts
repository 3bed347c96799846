// `npm run papers -- [DIR]`: the sample's workbooks, as they come out of LibreOffice on paper, to be counted and looked at.
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { writeBook } from '../../src/report/book/writeBook';
import { paperOf } from '../../src/report/sheets/paper';
import { unitWorkbook } from '../../src/report/unitWorkbook';
import { assessmentSheets, assessmentWorkbook } from '../../src/report/workbook';
import { which } from '../which.mjs';
import { convert, pagesOf } from './libreOffice';
import { sampleInputs } from './sampleInput';

const out = resolve(process.argv[2] ?? 'papers');
if (!which('soffice')) {
  console.error('LibreOffice is needed (Debian: apt-get install libreoffice-calc).');
  process.exit(1);
}
const [year, quarter] = await sampleInputs([
  { period: '2017', asOf: '2018-01-10' },
  { period: '2017Q3', asOf: '2017-10-10' },
]);
if (!year || !quarter) throw new Error('no sample');
const books: Record<string, Blob> = {
  年度: await assessmentWorkbook(year),
  三季度: await assessmentWorkbook(quarter),
  海南州: await unitWorkbook(year, { group: 'prefectures', id: '632500' }),
  工商: await unitWorkbook(year, { group: 'departments', id: 'aic' }),
};
for (const sheet of assessmentSheets(year))
  books[`年度_${sheet.name}`] = await writeBook([sheet], paperOf(year, sheet.title), year.scheme.decimals);

await mkdir(out, { recursive: true });
const files: string[] = [];
for (const [name, blob] of Object.entries(books)) {
  files.push(join(out, `${name}.xlsx`));
  await writeFile(join(out, `${name}.xlsx`), Buffer.from(await blob.arrayBuffer()));
}
await convert(files, 'pdf', out);
for (const file of files) {
  const pdf = file.replace(/xlsx$/, 'pdf');
  console.log(`${String(await pagesOf(pdf)).padStart(4)}  ${pdf}`);
  if (which('pdftoppm')) execFileSync('pdftoppm', ['-r', '80', '-png', '-l', '12', pdf, file.replace(/\.xlsx$/, '')]);
}
