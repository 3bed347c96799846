import { parseArgs } from 'node:util';
import { isDay } from '../../src/domain/day';
import { isPeriod, type Period } from '../../src/domain/period';

export const USAGE = `用法：npm run --silent assess -- DIR --year 2017 [--period 2017Q3|2017H1|2017] [--as-of 2018-01-10]
                              [--profile DIR|ID] [--scheme FILE] [--out DIR] [--json]`;

/** What the command line asks for. Paths as given. */
export interface AssessOptions {
  dir: string;
  period: Period;
  /** Null: as the profile has it. */
  asOf: string | null;
  profile: string | null;
  scheme: string | null;
  out: string | null;
  json: boolean;
}

/** Wrong usage: exit code 2. */
export class UsageError extends Error {}

/** @throws UsageError saying which argument is wrong */
export function readOptions(argv: readonly string[]): AssessOptions {
  const { values, positionals } = parse(argv);
  const [dir, ...more] = positionals;
  if (!dir || more.length) throw new UsageError('请给出一个报送文件夹 DIR');
  const { year, period: asked } = values;
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new UsageError(`--year 须为四位年份：${year}`);
  if (asked !== undefined && !isPeriod(asked)) throw new UsageError(`--period 须如 2017Q3、2017H1 或 2017：${asked}`);
  if (!year && !asked) throw new UsageError('请给出 --year');
  if (year && asked && !asked.startsWith(year)) throw new UsageError(`--period ${asked} 不在 --year ${year} 内`);
  const period = asked ?? (year as string);
  const asOf = values['as-of'] ?? null;
  if (asOf !== null && !isDay(asOf)) throw new UsageError(`--as-of 须为日期，如 2018-01-10：${asOf}`);
  return {
    dir,
    period,
    asOf,
    profile: values.profile ?? null,
    scheme: values.scheme ?? null,
    out: values.out ?? null,
    json: values.json ?? false,
  };
}

function parse(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        year: text,
        period: text,
        'as-of': text,
        profile: text,
        scheme: text,
        out: text,
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
