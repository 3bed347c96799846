import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type EvidencePage,
  type EvidenceRow,
  evidenceColumns,
  type FigureQuestion,
  ledgerOf,
} from '../../src/domain/evidence';
import type { Submission } from '../../src/domain/submission';
import { mergedCounties, standsIn } from '../../src/domain/succession';
import { spanOf } from '../../src/domain/zones';
import { Engine } from '../../src/engine/engine';
import { openNodeDatabase } from '../../src/engine/node/duckdb';
import { WORLD_LEDGERS } from '../oracle/arbitrary';
import { catalogue } from '../support/catalogue';
import { qinghai } from '../support/profile';
import { accepted, fileOf, HEADER } from './clerk';
import { AS_OF, holdingYear, office, question } from './evidenceWorlds';

let engine: Engine;
let kept: Submission[];

beforeAll(async () => {
  ({ engine, kept } = await holdingYear());
});
afterAll(() => engine.close());

describe('pages', () => {
  const rowsOf = async (more: Partial<FigureQuestion>, page = 1000): Promise<EvidenceRow[]> => {
    const rows: EvidenceRow[] = [];
    for (let at = 0; ; at += page) {
      const found = await engine.evidence(question(more), at, page);
      rows.push(...found.rows);
      if (rows.length >= found.total) return rows;
    }
  };
  const keyOf = (r: EvidenceRow) => `${r.submission}/${r.row}`;

  it('hold every row once, whatever their size and order', async () => {
    const whole = await rowsOf({});
    expect(new Set(whole.map(keyOf)).size).toBe(whole.length);
    expect(whole.length).toBeGreaterThan(40);
    expect((await rowsOf({}, 7)).map(keyOf)).toEqual(whole.map(keyOf));
    const byDepartment = await rowsOf({ sort: { column: 'department', descending: true } }, 7);
    expect(byDepartment.map(keyOf).sort()).toEqual(whole.map(keyOf).sort());
  });

  it.each(['received_on', 'acceptance_due', 'handling_days', 'row'])(
    'sort by %s both ways, blanks last',
    async (column) => {
      for (const descending of [false, true]) {
        const values = (await rowsOf({ sort: { column, descending } })).map((r) => r[column] ?? null);
        const known = values.filter((v) => v !== null);
        const inOrder = [...known].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(values).toEqual([...(descending ? inOrder.reverse() : inOrder), ...values.filter((v) => v === null)]);
      }
    },
  );

  it('do not sort by a column that is none', async () => {
    const column = 'row" DESC; DROP TABLE complaints; --';
    expect((await rowsOf({ sort: { column, descending: false } })).map(keyOf)).toEqual((await rowsOf({})).map(keyOf));
  });

  it('are found by the names of their county and department, which they hold as codes', async () => {
    const whole = await rowsOf({});
    const place = office.regions.place(String(whole[0]?.county));
    const department = office.departments.get(String(whole[0]?.department));
    // What is said of a prefecture is said of its counties.
    const inside = (code: string) => code === place.code || office.regions.place(code).prefecture === place.code;
    const here = whole.filter((r) => inside(String(r.county)));
    expect(here.length).toBeGreaterThan(0);
    expect((await rowsOf({ search: place.name })).map(keyOf)).toEqual(here.map(keyOf));
    const line = await rowsOf({ search: department.name });
    const ofLine = whole.filter((r) => r.department === department.id).map(keyOf);
    expect(line.map(keyOf)).toEqual(expect.arrayContaining(ofLine));
  });

  it('hold the rows in which the text searched for occurs', async () => {
    const whole = await rowsOf({});
    const some = String(whole[0]?.complaint_id);
    for (const search of [some, some.toLowerCase(), ` ${some} `, '2017', '举报', "'", '%', '_']) {
      const found = await rowsOf({ search });
      const texts = catalogue.ledger('complaints').fields.filter((f) => !['date', 'count', 'amount'].includes(f.type));
      const meant = whole.filter((r) =>
        [...texts.map((f) => r[f.name] ?? ''), r.file].some((v) =>
          String(v).toLowerCase().includes(search.trim().toLowerCase()),
        ),
      );
      expect(found.map(keyOf), search).toEqual(meant.map(keyOf));
    }
  });

  it('say how wide their columns are, and which are blank throughout', async () => {
    for (const more of [
      {},
      { indicator: 'disclosure_rate', side: 'missing' },
      { level: 'prefecture', id: '630100', search: '举报' },
    ] as const) {
      const rows = await rowsOf(more);
      const keys = evidenceColumns(catalogue, ledgerOf(catalogue, question(more))).map((c) => c.key);
      const widths = await engine.columnWidths(question(more), [...keys, 'nonsense"']);
      expect(Object.keys(widths)).toEqual(keys);
      expect(keys.filter((key) => widths[key] === 0)).toEqual(
        keys.filter((key) => rows.every((r) => (r[key] ?? '') === '')),
      );
      // Never too narrow; a character of two bytes may count as two.
      const narrow = (text: string) => [...text].reduce((n, c) => n + (c > '\u07ff' ? 2 : 1), 0);
      const { id: ledger, idField } = catalogue.ledger(ledgerOf(catalogue, question(more)));
      const of = (key: string) => rows.map((r) => String(r[key] ?? ''));
      const most = { [idField]: of(idField), file: kept.flatMap((s) => (s.ledger === ledger ? [s.file] : [])) };
      for (const [key, texts] of Object.entries(most)) {
        expect(widths[key], key).toBeGreaterThanOrEqual(Math.max(0, ...of(key).map(narrow)));
        expect(widths[key], key).toBeLessThanOrEqual(Math.max(0, ...texts.map((t) => 2 * t.length)));
      }
      // Of the others only whether there is anything in them.
      expect(keys.every((key) => key in most || (widths[key] as number) <= 1)).toBe(true);
    }
  });

  it('say from which file and row each case comes', async () => {
    for (const r of await rowsOf({ indicator: 'disclosure_rate' })) {
      const submission = kept.find((s) => s.id === r.submission);
      expect(r.file).toBe(submission?.file);
      expect(r.row).toBeGreaterThanOrEqual(2);
    }
  });
});

it('every page tells how many rows there are, sorted or not, an empty one too', async () => {
  const { total: all } = await engine.evidence(question({}), 0, 0);
  expect(all).toBeGreaterThan(40);
  for (const sort of [undefined, { column: 'received_on', descending: true }])
    for (const [offset, rows] of [
      [0, 7],
      [all - 1, 1],
      [all, 0],
      [all + 50, 0],
    ] as const) {
      const page = await engine.evidence({ ...question({}), ...(sort && { sort }) }, offset, 7);
      expect(page).toMatchObject({ total: all });
      expect(page.rows).toHaveLength(rows);
      for (const row of page.rows) expect(row).not.toHaveProperty('_found');
    }
});

describe.each(WORLD_LEDGERS)('all cases of %s', (ledger) => {
  const ask = (more: object = {}, limit = 10_000): Promise<EvidencePage> =>
    engine.evidence({ ledger, level: 'province', id: '630000', asOf: AS_OF, ...more }, 0, limit);
  const { idField, firstDate } = catalogue.ledger(ledger);
  const keyOf = (r: EvidenceRow) => `${r.submission}/${r.row}`;
  const keys = async (more: object = {}) => (await ask(more)).rows.map(keyOf);

  it('are those that the indicators count, and any others, each case once', async () => {
    const { rows, total: all } = await ask();
    expect(rows).toHaveLength(all);
    const counted = new Set<string>();
    for (const { id } of catalogue.countedOf(ledger))
      for (const r of (await engine.evidence(question({ indicator: id }), 0, 10_000)).rows) counted.add(keyOf(r));
    const held = new Set(rows.map(keyOf));
    expect(held.size).toBe(all);
    expect([...counted].filter((key) => !held.has(key))).toEqual([]);
    expect(counted.size).toBeGreaterThan(0);
    // None that does not exist at the cut-off, and of a case that is carried forward one state.
    const unit = (r: EvidenceRow) => kept.find((s) => s.id === r.submission)?.unit;
    expect(new Set(rows.map((r) => `${unit(r)}|${r[idField]}`)).size).toBe(all);
    for (const r of rows)
      expect(String(firstDate.map((f) => r[f]).find((day) => day))).toMatch(/^20(0|1[0-7]|18-01-(0|10))/);
  });

  it('lie each in one prefecture or none, and in one department', async () => {
    const { total: all } = await ask({}, 0);
    const sum = async (parts: object[]) => {
      let n = 0;
      for (const part of parts) n += (await ask(part, 0)).total;
      return n;
    };
    const prefectures = office.regions.prefectures.map((p) => ({ level: 'prefecture', id: p.code }));
    const own = (await ask()).rows.filter((r) => r.county === '630000').length;
    expect((await sum(prefectures)) + own).toBe(all);
    expect(await sum(office.departments.all.map((d) => ({ level: 'department', id: d.id })))).toBe(all);
    expect(await sum(office.departments.all.map((d) => ({ department: d.id })))).toBe(all);
  });

  it('lie in a zone while their county does, by the day the case begins', async () => {
    const merged = mergedCounties(office.profile.regions);
    for (const { id, members } of office.profile.zones.zones) {
      const meant = (await ask()).rows.filter((r) => {
        const day = String(firstDate.map((f) => r[f]).find((d) => d));
        const at = Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
        return members.some((m) => {
          const { first = null, last = null } = spanOf(m);
          return (
            m.code === standsIn(merged, String(r.county), at) &&
            (first === null || at >= first) &&
            (last === null || at <= last)
          );
        });
      });
      expect(await keys({ level: 'zone', id }), id).toEqual(meant.map(keyOf));
    }
  });

  it('are found by number: that one first, whatever else holds it, with blanks and in full width too', async () => {
    const { rows } = await ask();
    for (const row of rows.filter((_, i) => i % 7 === 0)) {
      const number = String(row[idField]);
      const wide = number.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
      for (const search of [number, ` ${number.toLowerCase()}\t`, wide, number.replace(/^(.)/, '$1 '), `　${wide}`]) {
        const [first] = (await ask({ search }, 1)).rows;
        expect(first?.[idField], search).toBe(number);
      }
    }
  });

  it('are found by every name that the page has for their place', async () => {
    const { rows } = await ask();
    const { regions } = office;
    const lying = (word: string, code: (place: string) => boolean) =>
      ask({ search: word }).then((found) =>
        expect(found.rows.map(keyOf), word).toEqual(rows.filter((r) => code(String(r.county))).map(keyOf)),
      );
    for (const { code, name, short } of office.profile.regions.prefectures) {
      for (const word of [name, short]) {
        await lying(word, (place) => regions.place(place).prefecture === code);
        await lying(`${word}本级`, (place) => place === code);
      }
    }
    await lying('省本级', (place) => place === regions.province.code);
    await lying('本级', (place) => regions.place(place).level !== 'county');
  });

  it('are found by several words, each of which stands in the row, its place or its department', async () => {
    const { rows } = await ask();
    const some = rows.find((r) => office.regions.place(String(r.county)).level === 'county') as EvidenceRow;
    const place = office.regions.place(String(some.county));
    const department = office.departments.get(String(some.department));
    const prefecture = office.regions.place(place.prefecture as string);
    const found = await keys({ search: `${prefecture.name} ${department.name}  ${some[idField]}` });
    expect(found).toContain(keyOf(some));
    expect(found.length).toBeLessThan(rows.length);
    const [one, other] = [await keys({ search: prefecture.name }), await keys({ search: department.name })];
    expect(await keys({ search: `${department.name} ${prefecture.name}` })).toEqual(
      one.filter((k) => other.includes(k)),
    );
    expect(await keys({ search: `${prefecture.name} 没有的字` })).toEqual([]);
  });

  it('are of that ledger', () => {
    expect(ledgerOf(catalogue, { ledger, level: 'province', id: '630000', asOf: AS_OF })).toBe(ledger);
  });
});

it('finds a number with any blank in it, as it stands and without', async () => {
  const blanks = [' ', '\u3000', '\u00a0', '\t', '\u2003', '\u202f', '\ufeff'];
  const ids = blanks.map((blank, i) => `P${blank}${i + 20}号`);
  const fresh = await Engine.start(await openNodeDatabase({ threads: 1 }), qinghai);
  try {
    // Other rows hold the number too, and stand above.
    const text = `${HEADER},被投诉举报人\n${ids.map((_, i) => `T-${i},投诉,海晏县,工商,2017-03-05,P ${i + 20}号 P${i + 20}号\n`).join('')}${ids.map((id) => `"${id}",投诉,海晏县,工商,2017-03-05,\n`).join('')}`;
    await fresh.setCurrent([await accepted(fresh, fileOf(1, text))]);
    const all = { ledger: 'complaints', level: 'province', id: '630000', asOf: AS_OF } as const;
    const stored = (await fresh.evidence(all, 0, 100)).rows.map((r) => String(r.complaint_id)).slice(ids.length);
    expect(stored.map((id) => id.replace(/\s/g, ''))).toEqual(ids.map((id) => id.replace(/\s/g, '')));
    // In the normal form of ids, but not without its blank.
    expect(stored[1]).toBe('P 21号');
    for (const [i, id] of stored.entries())
      for (const search of [ids[i] as string, id, id.replace(/\s/g, ''), id.toLowerCase()]) {
        const [first] = (await fresh.evidence({ ...all, search }, 0, 1)).rows;
        expect(first?.complaint_id, JSON.stringify(search)).toBe(id);
      }
  } finally {
    await fresh.close();
  }
});
