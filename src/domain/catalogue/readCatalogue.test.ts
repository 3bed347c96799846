import { describe, expect, it } from 'vitest';
import { catalogueFiles } from '../../../tests/support/catalogue';
import { CatalogueError, readCatalogue } from './readCatalogue';

// biome-ignore lint/suspicious/noExplicitAny: files are changed at will
type Any = any;

/** Faults of the shipped catalogue after a change. */
function faultsOf(change: (files: { ledgers: Any; indicators: Any }) => void): readonly string[] {
  const files = catalogueFiles() as { ledgers: Any; indicators: Any };
  change(files);
  try {
    readCatalogue(files);
  } catch (error) {
    if (error instanceof CatalogueError) return error.faults;
    throw error;
  }
  return [];
}

const complaints = (change: (ledger: Any) => void) => faultsOf((f) => change(f.ledgers.complaints));
const indicator = (id: string, change: (indicator: Any) => void) =>
  faultsOf((f) => change((Object.values(f.indicators) as Any[]).flat().find((i: Any) => i.id === id)));

describe('readCatalogue', () => {
  it('reads the shipped files', () => {
    const { ledgers, indicators } = readCatalogue(catalogueFiles());
    expect(ledgers.map((l) => l.name)).toContain('投诉举报台账');
    expect(indicators.map((i) => i.name)).toContain('受理及时率');
  });

  it.each<[what: string, found: readonly string[], path: string, says: string]>([
    ['a field twice', complaints((l) => l.fields.push(l.fields[0])), 'fields.18.name', '重复'],
    ['a header of two fields', complaints((l) => l.fields[1].headers.push('渠道 *')), 'fields.2.headers.1', '已用于'],
    [
      'a field with a name of our own',
      complaints((l) => {
        l.fields[2].name = 'place';
      }),
      'fields.2.name',
      '请改名',
    ],
    [
      'a blank that is no value',
      complaints((l) => {
        l.fields[7].blank = '也许';
      }),
      'fields.7.blank',
      '没有可选值 也许',
    ],
    [
      'a spelling of two values',
      complaints((l) => l.fields[7].spellings.是.push('匿名')),
      'fields.7',
      '写法 匿名 重复',
    ],
    [
      'an id that is no id',
      complaints((l) => {
        l.idField = 'kind';
      }),
      'idField',
      '没有编号字段 kind',
    ],
    [
      'a taxonomy of what can be a name',
      complaints((l) => {
        l.fields[5].personal = true;
      }),
      'fields.5.taxonomy',
      '不能归类',
    ],
    [
      'a first date that is none',
      complaints((l) => {
        l.firstDate = ['kind'];
      }),
      'firstDate',
      '没有日期 kind',
    ],
    [
      'an order of what is not there',
      complaints((l) => l.order.push(['received_on', 'gone_on'])),
      'order.6',
      'gone_on',
    ],
    [
      'a flag on a value that is none',
      complaints((l) => {
        l.flags[0].when[0].in = ['退回'];
      }),
      'flags.0.when.0.in',
      '退回',
    ],
    [
      'a flag on a text',
      complaints((l) => {
        l.flags[0].when[0].field = 'channel';
      }),
      'flags.0.when.0.field',
      '不是有可选值的字段',
    ],
    [
      'a limit from one below it',
      complaints((l) => {
        l.deadlines[0].starts = [{ due: 'closure', says: '办结期限' }];
      }),
      'deadlines.0.starts.0.due',
      'closure',
    ],
    [
      'a limit of no event',
      complaints((l) => {
        l.deadlines[0].event = 'kind';
      }),
      'deadlines.0.event',
      'kind',
    ],
    [
      'an extension that is no number',
      complaints((l) => {
        l.deadlines[1].extension = 'kind';
      }),
      'deadlines.1.extension',
      'kind',
    ],
    [
      'an extension of any length',
      complaints((l) => {
        l.fields.find((f: { name: string }) => f.name === 'extension_days').most = undefined;
      }),
      'deadlines.1.extension',
      '3650',
    ],
    [
      'an unknown key',
      complaints((l) => {
        l.colour = 'red';
      }),
      '（整个文件）',
      'colour',
    ],
    [
      'a link to no ledger',
      complaints((l) => {
        l.links[0].ledger = 'clues';
      }),
      'links.0.ledger',
      '没有台账 clues',
    ],
    [
      'an alias of another ledger',
      complaints((l) => l.aliases.push('行政处罚')),
      'penalties.aliases.3',
      '已用于投诉举报台账',
    ],
    [
      'an oddity of no field',
      complaints((l) => {
        l.oddities[0].when[0][0].known = 'gone';
      }),
      'oddities.0.when.0.0.known',
      'gone',
    ],
    [
      'an oddity called as something else is',
      complaints((l) => {
        l.oddities[0].code = 'date_order';
      }),
      'complaints.oddities.0.code',
      '已另有含义',
    ],
    [
      'an oddity of two ledgers under one code',
      faultsOf((f) => {
        f.ledgers.penalties.oddities[0].code = 'result_without_date';
      }),
      'penalties.oddities.0.code',
      '重复',
    ],
    [
      'an indicator of no ledger',
      indicator('satisfaction', (i) => {
        i.ledger = 'clues';
      }),
      '5.ledger',
      '没有台账 clues',
    ],
    [
      'a period of no deadline',
      indicator('closure_on_time', (i) => {
        i.period = { due: 'clearance' };
      }),
      '1.period.due',
      'clearance',
    ],
    [
      'a condition on no flag',
      indicator('satisfaction', (i) => i.denominator.push({ flag: 'glad' })),
      '5.denominator.4.flag',
      'glad',
    ],
    [
      'what needs attention and is never asked for',
      indicator('open_overdue', (i) => {
        delete i.question;
      }),
      '6.question',
      '须写 question',
    ],
    [
      'a question for what days have not',
      indicator('handling_days', (i) => {
        i.question = { name: '久办', side: 'missing', order: 9 };
      }),
      '2.question.side',
      '只能列出全部案件',
    ],
    [
      'a case listed by no event',
      indicator('feedback_rate', (i) => {
        i.question.outstanding.since = 'rung_on';
      }),
      '3.question.outstanding.since',
      '没有事项 rung_on',
    ],
    [
      'a place that a row may leave blank',
      complaints((l) => {
        delete l.fields[3].required;
      }),
      'fields.3.required',
      '不要这一列',
    ],
    [
      'a place by another name',
      complaints((l) => {
        l.fields[3].name = 'region';
      }),
      'fields.3.name',
      '须名为 county',
    ],
    [
      'a department that is a text',
      complaints((l) => {
        l.fields[4].type = 'text';
      }),
      'fields.4.type',
      '类型须为 department',
    ],
    [
      'a list of a column that is not there',
      complaints((l) => l.lists.first.push('region')),
      'lists.first.5',
      '没有列 region',
    ],
    [
      'counties of a ledger without',
      faultsOf((f) => {
        const { penalties } = f.ledgers;
        penalties.fields = penalties.fields.filter((x: { name: string }) => x.name !== 'county');
        const of = (Object.values(f.indicators) as Any[]).flat().find((i: Any) => i.ledger === 'penalties');
        of.levels = ['prefecture', 'county'];
      }),
      '0.levels.1',
      '没有类型为 county 的字段',
    ],
    ['a column that is not there', indicator('satisfaction', (i) => i.columns.push('mood')), '5.columns', 'mood'],
    [
      'an indicator twice',
      indicator('satisfaction', (i) => {
        i.id = 'feedback_rate';
      }),
      'feedback_rate.id',
      '重复',
    ],
  ])('names %s', (_, found, path, says) => {
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`→ ${path.replace(/[.（）]/g, '\\$&')}：.*${says}`)));
  });
});
