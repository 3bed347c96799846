import { describe, expect, it } from 'vitest';
import { catalogueFiles } from '../../../tests/support/catalogue';
import { profileFiles } from '../../../tests/support/profile';
import { fieldLabel, ledgerField } from '../ledgers';
import { loadOffice } from '../readOffice';
import type { Catalogue } from './catalogue';
import { CatalogueError, type CatalogueFiles, readCatalogue } from './readCatalogue';

const NONE: CatalogueFiles = { ledgers: {}, indicators: {} };
/** What the shipped profile takes, all that there is, as it is. */
const ALL = { ...profileFiles().catalogue, changes: {} };

/** A ledger and an indicator that no program ships. */
const VISITS = {
  id: 'visits',
  name: '回访台账',
  row: { name: '回访', unit: '次' },
  aliases: ['回访台账'],
  idField: 'visit_id',
  firstDate: ['visited_on'],
  fields: [
    { name: 'visit_id', type: 'id', headers: ['回访编号'], required: true },
    { name: 'county', type: 'county', headers: ['县区'], required: true },
    { name: 'department', type: 'department', headers: ['部门'], required: true },
    { name: 'visited_on', type: 'date', headers: ['回访日期'], required: true },
    { name: 'answered_on', type: 'date', headers: ['答复日期'] },
  ],
  lists: { first: ['visit_id', 'visited_on'], course: ['answered_on'] },
};
const ANSWERED = {
  id: 'answered',
  name: '回访答复率',
  measure: 'share',
  ledger: 'visits',
  period: { event: 'visited_on' },
  denominator: [],
  numerator: [{ happened: 'answered_on' }],
  words: { period: '回访日所在期', denominator: '全部回访', numerator: '已答复的', missing: '未答复的' },
  basis: '本办法',
  confidence: '办公室自定',
  columns: ['answered_on'],
};
const OWN: CatalogueFiles = { ledgers: { visits: VISITS }, indicators: { visits: [ANSWERED] } };

const read = (choice: object, own: CatalogueFiles = NONE): Catalogue =>
  readCatalogue(catalogueFiles(), { choice: { ...ALL, ...choice }, own });

function faultsOf(choice: object, own?: CatalogueFiles): readonly string[] {
  try {
    read(choice, own);
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults;
    throw error;
  }
  return [];
}

describe('a profile', () => {
  it('takes what it names as it is', () => {
    const { ledgers, indicators } = readCatalogue(catalogueFiles()).definitions;
    const of = <T extends { id: string }>(list: readonly T[], ids: string[]) =>
      ids.map((id) => list.find((x) => x.id === id));
    expect(read({}).definitions).toEqual({
      ledgers: of(ledgers, ALL.ledgers),
      indicators: of(indicators, ALL.indicators),
    });
  });

  it('chooses, in its own order', () => {
    const some = read({
      ledgers: ['complaints'],
      indicators: ['submission_on_time', 'satisfaction', 'closure_on_time'],
    });
    expect(some.ledgerIds).toEqual(['complaints']);
    expect(some.indicators.map((i) => i.id)).toEqual(['satisfaction', 'closure_on_time', 'submission_on_time']);
    // The ledger that it knew of is not kept.
    expect(some.ledger('complaints').links).toEqual([]);
    expect(() => some.ledger('penalties')).toThrow(RangeError);
  });

  it('renames, re-sources and adds a column', () => {
    const changed = read({
      changes: {
        ledgers: {
          complaints: {
            name: '举报投诉台账',
            row: { unit: '宗' },
            fields: {
              channel: { headers: ['受理渠道', '来源渠道'] },
              acceptance: { synonyms: { 收件: '受理' }, spellings: { 转办: ['转出'] } },
            },
            moreFields: [{ name: 'clerk', type: 'text', headers: ['经办人'], personal: true }],
          },
        },
        indicators: {
          satisfaction: {
            name: '满意度',
            words: { missing: '不满意件' },
            basis: '省办〔2018〕1号',
            target: { value: 0.9, source: '省办〔2018〕1号' },
          },
        },
      },
    });
    const ledger = changed.ledger('complaints');
    expect([ledger.name, ledger.row]).toEqual(['举报投诉台账', { name: '投诉举报', unit: '宗' }]);
    expect(fieldLabel(ledgerField(ledger, 'channel'))).toBe('受理渠道');
    expect(ledgerField(ledger, 'acceptance')).toMatchObject({
      synonyms: { 收件: '受理' },
      spellings: { 受理: expect.arrayContaining(['已受理']), 转办: expect.arrayContaining(['已转办', '转出']) },
    });
    expect(ledger.fields.at(-1)).toMatchObject({ name: 'clerk', personal: true });
    const { name, words, basis, target, confidence } = changed.indicator('satisfaction');
    expect([name, words.missing, words.numerator, basis]).toEqual([
      '满意度',
      '不满意件',
      '满意或基本满意的',
      '省办〔2018〕1号',
    ]);
    expect(target).toEqual({ value: 0.9, source: '省办〔2018〕1号' });
    expect(confidence).toBe(readCatalogue(catalogueFiles()).indicator('satisfaction').confidence);
  });

  it('adds a ledger and its indicator by files of its own', () => {
    const own = { ledgers: ['visits'], indicators: ['visits'] };
    const more = read({ ledgers: [...ALL.ledgers, 'visits'], indicators: [...ALL.indicators, 'answered'], own }, OWN);
    expect(more.ledger('visits').name).toBe('回访台账');
    expect(more.countedOf('visits').map((i) => i.name)).toEqual(['回访答复率']);
    expect(more.countUnit(more.indicator('answered'))).toBe('次');
  });

  it.each<[what: string, choice: object, own: CatalogueFiles | undefined, fault: string]>([
    ['an unknown key', { ledger: [] }, undefined, 'catalogue.json → （整个文件）：'],
    ['no ledger', { ledgers: [] }, undefined, 'catalogue.json → ledgers：'],
    ['a ledger that is none', { ledgers: ['x'] }, undefined, 'catalogue.json → ledgers.0：没有台账 x'],
    [
      'a ledger twice',
      { ledgers: ['complaints', 'complaints'] },
      undefined,
      'catalogue.json → ledgers.1：台账 complaints 重复',
    ],
    ['an indicator that is none', { indicators: ['x'] }, undefined, 'catalogue.json → indicators.0：没有指标 x'],
    [
      'an indicator of a ledger that is not kept',
      { ledgers: ['complaints'] },
      undefined,
      'indicators/penalties.json → 0.ledger：没有台账 penalties',
    ],
    [
      'no indicator of submissions',
      { indicators: ['satisfaction'] },
      undefined,
      'indicators/* → （整个文件）：按报送登记计算的指标',
    ],
    ['what is brought and not chosen', {}, OWN, 'catalogue.json → ledgers：自带的台账 visits 没有列入'],
    [
      'a file called otherwise than its ledger',
      {},
      { ledgers: { calls: VISITS }, indicators: {} },
      '方案的 catalogue/ledgers/calls.json → id：须与文件名相同',
    ],
    [
      'a file of its own that is wrong',
      {},
      { ledgers: { visits: { ...VISITS, idField: 'county' } }, indicators: {} },
      'catalogue.json → ledgers：自带的台账 visits 没有列入',
    ],
    [
      'a change of a ledger that is none',
      { changes: { ledgers: { x: { name: '甲' } } } },
      undefined,
      'catalogue.json → changes.ledgers.x：没有台账 x',
    ],
    [
      'a change of a field that is none',
      { changes: { ledgers: { complaints: { fields: { x: { headers: ['甲'] } } } } } },
      undefined,
      'catalogue.json → changes.ledgers.complaints.fields.x：没有字段 x',
    ],
    [
      'spellings of a text',
      { changes: { ledgers: { complaints: { fields: { channel: { synonyms: { 甲: '乙' } } } } } } },
      undefined,
      'catalogue.json → changes.ledgers.complaints.fields.channel：channel 没有可选值',
    ],
    [
      'a column that there is',
      { changes: { ledgers: { complaints: { moreFields: [{ name: 'kind', type: 'text', headers: ['甲'] }] } } } },
      undefined,
      'catalogue.json → changes.ledgers.complaints.moreFields.0.name：字段 kind 重复',
    ],
    [
      'a header of another field',
      { changes: { ledgers: { complaints: { fields: { channel: { headers: ['编号'] } } } } } },
      undefined,
      'ledgers/complaints.json（经 catalogue.json 更改） → fields.2.headers.0：',
    ],
    [
      'a change of what is counted',
      { changes: { indicators: { satisfaction: { numerator: [] } } } },
      undefined,
      'catalogue.json → changes.indicators.satisfaction：',
    ],
    [
      'a year that is none',
      { changes: { indicators: { satisfaction: { collected: { from: '2026Q1', source: '甲' } } } } },
      undefined,
      'catalogue.json → changes.indicators.satisfaction.collected.from：须为年份，如 2026',
    ],
    [
      'a year from which the submissions would be counted',
      { changes: { indicators: { submission_on_time: { collected: { from: 2026, source: '甲' } } } } },
      undefined,
      'catalogue.json → changes.indicators.submission_on_time.collected：按报送登记计算的指标没有自己的起始年',
    ],
    [
      'a name that another has',
      { changes: { indicators: { satisfaction: { name: '受理及时率' } } } },
      undefined,
      'indicators/* → satisfaction.name：指标名称 受理及时率 重复',
    ],
  ])('is refused with %s', (_, choice, own, fault) => {
    expect(faultsOf(choice, own).join('\n')).toContain(fault);
  });
});

it('an office is read from what its profile names, and from nothing else', async () => {
  const { catalogue, ...profile } = profileFiles();
  const files: Record<string, unknown> = {
    ...Object.fromEntries(Object.entries(profile).map(([name, content]) => [`profile/${name}.json`, content])),
    'profile/catalogue.json': {
      ...catalogue,
      ledgers: [...catalogue.ledgers, 'visits'],
      indicators: [...catalogue.indicators, 'answered'],
      own: { ledgers: ['visits'], indicators: ['visits'] },
    },
    'profile/catalogue/ledgers/visits.json': VISITS,
    'profile/catalogue/indicators/visits.json': [ANSWERED],
  };
  for (const [kind, of] of Object.entries(catalogueFiles()))
    for (const [name, content] of Object.entries(of))
      if ([...catalogue.ledgers, 'submissions'].includes(name)) files[`catalogue/${kind}/${name}.json`] = content;
  const asked: string[] = [];
  const reading = (folder: string) => async (path: string) => {
    asked.push(`${folder}/${path}`);
    return files[`${folder}/${path}`];
  };
  const office = await loadOffice(reading('profile'), reading('catalogue'));
  expect(office.catalogue.ledgerIds).toEqual([...catalogue.ledgers, 'visits']);
  expect(asked.sort()).toEqual(Object.keys(files).sort());
});
