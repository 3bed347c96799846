import { addDays, type Day } from '../../src/domain/day';
import type { Office } from '../../src/domain/office';
import { type Period, periodEnd, periodStart } from '../../src/domain/period';
import { between, drawDepartment, drawPlace, known, qualityOf, type Row, type SampleCase, unitLabel } from './cases';
import type { LinkedPenalty } from './linked';
import { Random } from './random';
import { dayWeights } from './seasons';
import { spellCounty, spellDepartment } from './spelling';
import { type SamplePlan, type UnitPlan, yearOfPlan } from './units';
import { DEPARTMENT_WORDS } from './wording';

/** What is called counterfeit otherwise than by its quality. */
const WRONG: Readonly<Record<string, string>> = { tobacco: '假冒', copyright: '盗版', ip: '侵权' };
const MEASURES = ['件', '箱', '袋', '瓶'] as const;

/** All batches of seized goods of a unit in a sample, in the order in which they came in. */
export function disposalCases(
  office: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  penalties: readonly LinkedPenalty[],
): SampleCase[] {
  const random = new Random(`${plan.seed}/${unit.id}/disposals`);
  const [first, last] = [periodStart(plan.periods[0] as Period), periodEnd(plan.periods.at(-1) as Period)];
  const weights = dayWeights(office.calendar, unit, 'disposals', first, last);
  const days = Array.from({ length: unit.volume.disposals ?? 0 }, () => random.weighted(weights)).sort();
  const label = unitLabel(office, plan, unit);
  return days.map((day, i) =>
    disposal(office, plan, unit, `示例-${label}-P${String(i + 1).padStart(3, '0')}`, day, penalties, random),
  );
}

function disposal(
  office: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  id: string,
  receivedOn: Day,
  penalties: readonly LinkedPenalty[],
  random: Random,
): SampleCase {
  const { calendar } = office;
  const place = drawPlace(office, unit, random);
  const department = drawDepartment(office, plan, unit, 'penalties', random);
  const quality = qualityOf(yearOfPlan(plan), unit, department.id, place, receivedOn);
  const product = random.pick(DEPARTMENT_WORDS[department.id]?.products ?? ['日用品']);
  const decided = penalties.filter((p) => p.department === department.id && p.decidedOn <= receivedOn);
  const decidedOn = random.chance(between(0.6, 1, quality))
    ? calendar.addWorkingDays(receivedOn, random.skewed(2, 15))
    : null;
  const disposedOn = decidedOn && random.chance(0.85) ? calendar.addWorkingDays(decidedOn, random.skewed(2, 20)) : null;
  const fixed: Row = {
    batch_id: id,
    department: spellDepartment(office, department, place, unit.habits.department, random),
    county: spellCounty(office, place, unit.habits.county, receivedOn, random),
    case_id: decided.length && random.chance(0.75) ? random.pick(decided).id : '',
    goods: `${WRONG[department.id] ?? random.pick(['假冒', '不合格', '劣质'])}${product}`,
    product,
    hazard: random.weighted([
      ['一般固体废物', 60],
      ['危险废物', 20],
      ['电子废物', 8],
      ['', 12],
    ]),
    quantity: String(random.skewed(5, 900)),
    measure: department.id === 'tobacco' ? '条' : random.pick(MEASURES),
    // Whole grams, written in kilograms; some batches were never weighed.
    weight_kg: random.chance(0.92) ? String(random.skewed(800, 900_000) / 1000) : '',
    value_yuan: String(random.skewed(5, 900) * 100),
    warehouse: '示例公物仓',
    public_warehouse: random.pick(['是', '是', '否', '']),
    received_on: receivedOn,
    due_on: random.chance(0.4) ? addDays(receivedOn, 60) : '',
  };
  const disposed: Row = {
    method: random.weighted([
      ['焚烧', 35],
      ['粉碎', 25],
      ['填埋', 15],
      ['拆解', 8],
      ['回收利用', 12],
      ['拍卖', 5],
    ]),
    disposal_place: '示例销毁点',
    operator: '示例环保单位',
    qualified: random.chance(0.85) ? '有' : '无',
    executed_by: '示例人员甲',
    supervised_by: '示例人员乙',
  };
  const notifiedOn = disposedOn && random.chance(0.6) ? calendar.addWorkingDays(disposedOn, random.int(0, 5)) : null;
  return {
    id,
    firstDay: receivedOn,
    at: (day) => ({
      ...fixed,
      ...(known(disposedOn, day) && disposed),
      decided_on: known(decidedOn, day),
      disposed_on: known(disposedOn, day),
      env_notified_on: known(notifiedOn, day),
    }),
    openAt: (day) => disposedOn === null || disposedOn > day || (notifiedOn !== null && notifiedOn > day),
  };
}
