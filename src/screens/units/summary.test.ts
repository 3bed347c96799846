import { describe, expect, it } from 'vitest';
import { rankingOf } from '../../assessment/assess';
import { itemsOf } from '../../domain/scheme';
import { assessment, GUOLUO, HAINAN, scheme, XINING } from '../../ui/testing/assessedUnits';
import { keyItems, lostOf, unitSummary } from './summary';

describe('unitSummary', () => {
  const ranking = rankingOf(assessment, 'prefectures');
  const [best] = ranking;

  it('says what a unit lost: the full score less its own', () => {
    const summary = unitSummary(assessment, scheme, 'prefectures', HAINAN);
    expect(summary?.row.score).toBeGreaterThan(0);
    expect((summary?.row.score ?? 0) + (summary?.lost ?? 0)).toBeCloseTo(scheme.full, 9);
    expect(summary?.dearest[0]?.lost).toBeGreaterThan(0);
  });

  it('counts the assessed apart from all, and the unassessed lost nothing that could be told', () => {
    const summary = unitSummary(assessment, scheme, 'prefectures', GUOLUO);
    expect(summary).toMatchObject({ assessed: 2, units: 8, lost: null, dearest: [] });
    expect(summary?.row.note).toBe('未报送，不参评');
  });

  it('leads through the whole list, one by one, and ends at both ends', () => {
    const seen: string[] = [];
    for (let id: string | undefined = best?.id; id; ) {
      seen.push(id);
      const next = unitSummary(assessment, scheme, 'prefectures', id)?.next;
      if (next) expect(unitSummary(assessment, scheme, 'prefectures', next.id)?.previous?.id).toBe(id);
      id = next?.id;
    }
    expect(seen).toEqual(ranking.map((r) => r.id));
    expect(unitSummary(assessment, scheme, 'prefectures', best?.id ?? '')?.previous).toBeNull();
  });

  it('does not look for a unit in the other list', () => {
    expect(unitSummary(assessment, scheme, 'departments', XINING)).toBeUndefined();
    expect(unitSummary(assessment, scheme, 'departments', 'aic')?.row.group).toBe('departments');
  });
});

describe('lostOf', () => {
  const row = { ...(rankingOf(assessment, 'prefectures')[0] as (typeof assessment.ranking)[number]), full: 100 };
  it.each([
    [87.3, 12.7],
    [99.99, 0.01],
    [100, 0],
    [null, null],
  ])('%s of 100 loses %s', (score, lost) => {
    expect(lostOf({ ...row, score }, { decimals: 2 })).toBe(lost);
  });
});

describe('keyItems', () => {
  const item = (id: string, weight: number) =>
    ({ ...(itemsOf(scheme, 'prefectures')[0] as object), id, weight }) as never;
  it('are the heaviest, in the order of the scheme; of equals the first', () => {
    const items = [item('a', 5), item('b', 10), item('c', 20), item('d', 10)];
    const of = { ...scheme, groups: { ...scheme.groups, prefectures: items } };
    expect(keyItems(of, 'prefectures', 2).map((i) => i.id)).toEqual(['b', 'c']);
  });
});
