import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { addDays } from '../../src/domain/day';
import { COMPLAINTS, fieldLabel } from '../../src/domain/ledgers';
import type { Office } from '../../src/domain/office';
import { encodeGb18030 } from '../sample/gb18030';
import { Random } from '../sample/random';

/** The three forms of the same rows. Names say unit, period and ledger. */
export interface BenchFiles {
  utf8: string;
  gb18030: string;
  parquet: string;
}

/** Makes `rows` complaints of one department's submission, or takes those made before. Seeded: always the same. */
export async function benchFiles(office: Office, folder: string, rows: number): Promise<BenchFiles> {
  await mkdir(folder, { recursive: true });
  const at = (form: string, ending: string) => join(folder, `2017Q4_aic_complaints_${rows}_${form}.${ending}`);
  const files = { utf8: at('utf8', 'csv'), gb18030: at('gb18030', 'csv'), parquet: at('parquet', 'parquet') };
  if (existsSync(files.utf8) && existsSync(files.gb18030) && existsSync(files.parquet)) return files;
  await write(files.utf8, rows, office, (text) => Buffer.from(text, 'utf8'));
  await write(files.gb18030, rows, office, encodeGb18030);
  const db = await DuckDBInstance.create(':memory:');
  const connection = await db.connect();
  await connection.run(`COPY (SELECT * FROM read_csv('${files.utf8}', all_varchar = true, header = true))
    TO '${files.parquet}' (FORMAT parquet, ROW_GROUP_SIZE 122880)`);
  connection.closeSync();
  db.closeSync();
  return files;
}

async function write(file: string, rows: number, office: Office, encode: (text: string) => Uint8Array): Promise<void> {
  const out = createWriteStream(`${file}.part`);
  out.write(encode(`${COMPLAINTS.fields.map(fieldLabel).join(',')}\n`));
  const lines: string[] = [];
  for (const line of complaints(rows, office)) {
    lines.push(line);
    if (lines.length === 5000) {
      if (!out.write(encode(`${lines.join('\n')}\n`))) await once(out, 'drain');
      lines.length = 0;
    }
  }
  if (lines.length) out.write(encode(`${lines.join('\n')}\n`));
  out.end();
  await once(out, 'finish');
  await rename(`${file}.part`, file);
}

function* complaints(rows: number, office: Office): Generator<string> {
  const random = new Random('bench');
  const counties = office.profile.regions.counties.map((c) => c.code);
  const departments = office.profile.departments.departments.map((d) => d.name);
  for (let i = 1; i <= rows; i++) {
    const received = addDays('2017-01-01', random.int(0, 363));
    const accepted = random.chance(0.97) ? addDays(received, random.int(0, 13)) : '';
    const result = accepted && random.pick(['受理', '受理', '受理', '受理', '不予受理', '转办']);
    const closed = result === '受理' && random.chance(0.92) ? addDays(accepted, random.int(1, 80)) : '';
    const feedback = closed && random.chance(0.93) ? addDays(closed, random.int(0, 11)) : '';
    yield [
      `BM${String(i).padStart(8, '0')}`,
      random.chance(0.7) ? '投诉' : '举报',
      random.pick(['12315', '12331', '12365', '来函', '网络']),
      random.pick(counties),
      random.pick(departments),
      random.pick(['农村市场', '互联网', '成品油', '']),
      random.pick(['食品', '手机', '农药', '图书', '汽车配件']),
      random.chance(0.9) ? '是' : '否',
      received,
      accepted,
      result,
      '',
      '',
      random.chance(0.03) ? '10' : '',
      closed,
      feedback,
      closed ? random.pick(['满意', '基本满意', '不满意', '未评价']) : '',
      '',
    ].join(',');
  }
}
