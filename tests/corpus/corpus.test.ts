import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { LedgerId } from '../../src/domain/ledgers';
import { unaccounted } from './accounted';
import type { Case, MeantRead } from './case';
import { CORPUS } from './corpus';
import { packs } from './packs';
import { codesWithoutFile, problemsPage } from './problemsPage';
import { isNote, type Outcome, outcomeOf, readCase, type Said } from './read';
import { outcomeOfPack } from './readPack';

const sorted = (texts: readonly string[] | undefined): string[] => [...(texts ?? [])].sort();

/** What came of a file, in the form of what must come of it. */
function shownOf({ read, said, values }: Outcome, meant: MeantRead) {
  const parts = read?.parts ?? [];
  for (const p of parts) expect(p.rowsAccepted + p.rowsRejected).toBe(p.rowsRead);
  const counts = Object.fromEntries(parts.map((p) => [p.ledger, [p.rowsRead, p.rowsRejected]]));
  return {
    encoding: read?.encoding,
    rows: Array.isArray(meant.rows) && parts.length === 1 ? Object.values(counts)[0] : counts,
    problems: sorted(said.filter((s) => !isNote(s)).map((s) => s.line)),
    notes: sorted(said.filter(isNote).map((s) => s.line)),
    values: Object.fromEntries(Object.keys(meant.values ?? {}).map((name) => [name, values[name] ?? []])),
  };
}

function checkSentences(said: readonly Said[]): void {
  for (const { sentence } of said) {
    expect(sentence).toMatch(/\p{Script=Han}/u);
    expect(sentence).toMatch(/。$/);
    expect(sentence).not.toMatch(/undefined|null|NaN|不详|。。|「」|\||第 \D/);
  }
}

async function check(c: Case): Promise<void> {
  const outcome = await outcomeOf(c);
  const { refused, said } = outcome;
  checkSentences(said);
  // Nothing is said twice of the same place.
  const told = said.map(({ found, sentence }) => `${found?.sheet} ${found?.row} ${found?.column} ${sentence}`);
  expect(new Set(told).size, told.join('\n')).toBe(told.length);
  const { meant } = c;
  if ('refused' in meant) {
    expect({
      refused: refused?.code ?? said.map((s) => s.line),
      asks: refused?.asks.map((a) => a.of) ?? [],
      missing: meant.says?.filter((words) => !refused?.message.includes(words)) ?? [],
      ...(refused?.message.includes('') && { message: refused.message }),
    }).toEqual({ refused: meant.refused, asks: meant.asks ?? [], missing: [], message: refused?.message });
    if (meant.choices) expect(refused?.asks.flatMap((a) => a.choices.map((o) => o.label))).toEqual(meant.choices);
    return;
  }
  expect(refused?.message).toBeUndefined();
  expect(shownOf(outcome, meant)).toEqual({
    encoding: meant.encoding ?? 'utf-8',
    rows: meant.rows,
    problems: sorted(meant.problems),
    notes: sorted(meant.notes),
    values: meant.values ?? {},
  });
  expect(await unaccounted(c, outcome)).toEqual([]);
}

describe.each(Object.entries(CORPUS))('%s', (_, cases) => {
  it.each(cases.map((c) => [c.name, c] as const))('%s', (_, c) => check(c));
});

/** Counts by ledger. */
const countsOf = ({ read }: Outcome) =>
  Object.fromEntries((read?.parts ?? []).map((p) => [p.ledger, [p.rowsRead, p.rowsAccepted, p.rowsRejected]]));

describe('read again for one ledger alone, as a kept submission is', () => {
  const named = Object.entries(CORPUS).flatMap(([group, cases]) =>
    cases.map((c) => [`${group}/${c.name}`, c] as const),
  );
  const read = named.filter(([, { meant }]) => 'rows' in meant);
  it('has files of several ledgers, beside, below and in sheets', () => {
    const several = read.filter(([, { meant }]) => 'rows' in meant && Object.keys(meant.rows).length > 1);
    expect(several.length).toBeGreaterThan(3);
  });

  it.each(read)('%s', async (_, c) => {
    const counts = countsOf(await outcomeOf(c));
    for (const [ledger, own] of Object.entries(counts)) {
      const alone = await readCase({ ...c, ledger: ledger as LedgerId });
      expect({ refused: alone.refused?.message, counts: countsOf(alone) }).toEqual({ counts: { [ledger]: own } });
    }
  });
});

describe('压缩包', () => {
  it.each(packs.map((p) => [p.name, p] as const))('%s', async (_, pack) => {
    const { members, said } = await outcomeOfPack(pack);
    checkSentences(said);
    expect(members.sort()).toEqual(sorted(pack.meant));
  });
});

it('every problem has a file that gives it', async () => {
  expect(await codesWithoutFile()).toEqual([]);
});

it('docs/problems.md is what `npm run problems` writes', async () => {
  const page = await readFile(new URL('../../docs/problems.md', import.meta.url), 'utf8');
  expect(page).toBe(await problemsPage());
});
