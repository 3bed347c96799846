import { addDays, type Day } from '../../../src/domain/day';
import type { Office } from '../../../src/domain/office';
import { Random } from '../../sample/random';
import { makeFaulty, writeOddly } from './odd';

/** How the rows are written: without fault, or some of them as offices write them. */
export const KINDS = ['clean', 'odd1', 'odd60'] as const;
export type Kind = (typeof KINDS)[number];

const ODD_SHARE: Readonly<Record<Kind, number>> = { clean: 0, odd1: 0.01, odd60: 0.6 };
/** Share of the odd rows that have a real fault. */
const FAULTY_SHARE = 0.02;

export interface Cases {
  rows: number;
  kind: Kind;
  /** Begins the number of every case. */
  prefix?: string;
  /** No day of a case is later. */
  last?: Day;
}

/** Complaints as the cells of the template's columns. Seeded: always the same. */
export function* caseRows(office: Office, { rows, kind, prefix = 'BM', last = '2017-12-31' }: Cases) {
  const random = new Random('bench');
  // A stream of its own: the clean rows between the odd ones are the same in every kind.
  const oddly = new Random('bench, odd');
  const counties = office.profile.regions.counties.map((c) => c.code);
  const departments = office.profile.departments.departments.map((d) => d.name);
  const until = (day: Day): Day | '' => (day <= last ? day : '');
  const span = Number(new Date(last)) - Number(new Date('2017-01-01'));
  const days = Math.floor(span / 86_400_000);
  for (let i = 1; i <= rows; i++) {
    const received = addDays('2017-01-01', random.int(0, days));
    const accepted = random.chance(0.97) ? until(addDays(received, random.int(0, 13))) : '';
    const result = accepted && random.pick(['受理', '受理', '受理', '受理', '不予受理', '转办']);
    const closed = result === '受理' && random.chance(0.92) ? until(addDays(accepted as Day, random.int(1, 80))) : '';
    const feedback = closed && random.chance(0.93) ? until(addDays(closed, random.int(0, 11))) : '';
    const cells = [
      `${prefix}${String(i).padStart(8, '0')}`,
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
    ];
    if (oddly.chance(ODD_SHARE[kind])) {
      writeOddly(oddly, office, cells);
      if (oddly.chance(FAULTY_SHARE)) makeFaulty(office.catalogue, oddly, cells);
    }
    yield cells;
  }
}
