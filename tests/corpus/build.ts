import type { Case, Meant } from './case';

/** The fewest columns of a complaint, and a row of 海北州 in them. */
export const HEADER = '编号,类型,县区,承办部门,接收日期';
export const row = (id: number | string, more = ''): string => `T-${id},投诉,海晏县,工商,2017-03-05${more}`;
/** The fewest columns of a penalty case, and a row. */
export const PENALTY = '案号,办案部门,县区,处罚决定日期';
export const penalty = (id: number | string, more = ''): string => `P-${id},工商,海晏县,2017-03-05${more}`;
/** Names of files that say the other ledger, or none. */
export const PENALTIES_PATH = '2017Q1_632200_penalties.csv';
export const NO_LEDGER_PATH = '2017Q1_632200.csv';

export const lines = (...all: readonly string[]): string => all.map((l) => `${l}\n`).join('');

/** Two good rows below the header: what a form is tried with. */
export const GOOD = lines(HEADER, row(1), row(2));
export const bothRead = { rows: [2, 0] } as const;

/** A complaint with one more column. */
export const withColumn = (header: string, ...values: readonly string[]): string =>
  lines(`${HEADER},${header}`, ...values.map((v, i) => row(i + 1, `,${v}`)));
/** Complaints of which one column of the five has these values. */
export const withValues = (column: 0 | 1 | 2 | 3 | 4, ...values: readonly string[]): string =>
  lines(
    HEADER,
    ...values.map((v, i) =>
      row(i + 1)
        .split(',')
        .map((cell, c) => (c === column ? v : cell))
        .join(),
    ),
  );
/** Penalty cases with one more column. */
export const withPenaltyColumn = (header: string, ...values: readonly string[]): string =>
  lines(`${PENALTY},${header}`, ...values.map((v, i) => penalty(i + 1, `,${v}`)));

export const one = (name: string, file: Case['file'], meant: Meant, more: Partial<Case> = {}): Case => ({
  name,
  file,
  meant,
  ...more,
});
/** A file of penalty cases. */
export const onePenalty = (name: string, file: Case['file'], meant: Meant, more: Partial<Case> = {}): Case =>
  one(name, file, meant, { path: PENALTIES_PATH, ...more });
