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

/** What happens after a decision, whenever it happens; null where it never does. */
interface Aftermath {
  /** Withheld from the public with a reason and, on this day, with leave. */
  withheldOn: Day | null;
  reason: string;
  disclosedOn: Day | null;
  checkedOn: Day | null;
  accurate: boolean;
  enteredOn: Day | null;
  transferredOn: Day | null;
  policeFiledOn: Day | null;
}

const REASONS = ['涉及商业秘密', '涉及未成年人', '公开可能危及社会稳定'] as const;
/** Largest numbers of the synthetic parties. */
const PARTIES = 1800;

/** All penalties of a unit in a sample, in order of decision. */
export function penaltyCases(office: Office, plan: SamplePlan, unit: UnitPlan): (SampleCase & LinkedPenalty)[] {
  const random = new Random(`${plan.seed}/${unit.id}/penalties`);
  const [first, last] = [periodStart(plan.periods[0] as Period), periodEnd(plan.periods.at(-1) as Period)];
  const weights = dayWeights(office.calendar, unit, 'penalties', first, last);
  const days = Array.from({ length: unit.volume.penalties ?? 0 }, () => random.weighted(weights)).sort();
  const label = unitLabel(office, plan, unit);
  return days.map((day, i) =>
    penalty(office, plan, unit, `示例-${label}-C${String(i + 1).padStart(4, '0')}`, i + 1, day, random),
  );
}

function penalty(
  office: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  id: string,
  ordinal: number,
  decidedOn: Day,
  random: Random,
): SampleCase & LinkedPenalty {
  const place = drawPlace(office, unit, random);
  const department = drawDepartment(office, plan, unit, 'penalties', random);
  const words = DEPARTMENT_WORDS[department.id];
  const ordinary = random.chance(0.82);
  const crime = ordinary && random.chance(0.06);
  const quality = qualityOf(yearOfPlan(plan), unit, department.id, place, decidedOn);
  const after = aftermathOf(office, decidedOn, ordinary, crime, quality, random);
  const goods = crime ? random.skewed(500, 3000) * 100 : random.skewed(2, 400) * 50;
  const fine = ordinary ? Math.round((goods * random.int(8, 40)) / 1000) * 100 + 500 : random.int(1, 10) * 100;
  const number = String(ordinal).padStart(4, '0');
  const fixed: Row = {
    case_id: id,
    department: spellDepartment(office, department, place, unit.habits.department, random),
    county: spellCounty(office, place, unit.habits.county, decidedOn, random),
    procedure: ordinary ? random.pick(['普通程序', '普通程序', '一般程序', '']) : '简易程序',
    infringement: random.weighted([
      ['侵犯知识产权', department.id === 'ip' || department.id === 'copyright' ? 90 : 24],
      ['制售假冒伪劣', 60],
      ['其他', 16],
    ]),
    field: random.chance(0.5) ? (words?.field ?? '') : '',
    product: random.pick(words?.products ?? ['']),
    party: `示例商户${String(random.int(1, PARTIES)).padStart(4, '0')}`,
    filed_on: ordinary ? office.calendar.nextWorkingDay(addDays(decidedOn, -random.middling(15, 85))) : '',
    decision_no: `（示例）${department.name.slice(0, 2)}罚〔${yearOfPlan(plan)}〕${ordinal}号`,
    decided_on: decidedOn,
    penalty: ordinary ? random.pick(['罚款', '罚款、没收违法所得', '没收非法财物', '罚款、没收非法财物']) : '罚款',
    fine_yuan: String(fine),
    goods_value_yuan: ordinary ? String(goods) : '',
    crime_suspected: crime ? '是' : random.chance(0.8) ? '否' : '',
  };
  const events = [after.withheldOn, after.disclosedOn, after.enteredOn, after.transferredOn, after.policeFiledOn];
  return {
    id,
    firstDay: decidedOn,
    department: department.id,
    decidedOn,
    at: (day) => ({ ...fixed, ...stateAt(after, unit.id, number, day) }),
    openAt: (day) =>
      events.some((event) => event !== null && event > day) ||
      (ordinary && !after.withheldOn && after.disclosedOn === null),
  };
}

function stateAt(after: Aftermath, unit: string, number: string, day: Day): Row {
  const withheldOn = known(after.withheldOn, day);
  const disclosedOn = known(after.disclosedOn, day);
  const checked = disclosedOn && known(after.checkedOn, day);
  return {
    nondisclosure_reason: withheldOn && after.reason,
    nondisclosure_approved_on: withheldOn,
    disclosed_on: disclosedOn,
    disclosure_url: disclosedOn && `http://example.invalid/${unit}/${number}`,
    disclosure_check: checked && (after.accurate ? '一致' : '不一致'),
    platform_entered_on: known(after.enteredOn, day),
    transferred_on: known(after.transferredOn, day),
    police_filed_on: known(after.policeFiledOn, day),
  };
}

/** Draws what follows a decision by the profile's limit: disclosure within 20 working days. */
function aftermathOf(
  { calendar }: Office,
  decidedOn: Day,
  ordinary: boolean,
  crime: boolean,
  quality: number,
  random: Random,
): Aftermath {
  const later = (low: number, high: number): Day => calendar.addWorkingDays(decidedOn, random.skewed(low, high));
  const after: Aftermath = {
    withheldOn: ordinary && random.chance(0.03) ? later(1, 10) : null,
    reason: random.pick(REASONS),
    disclosedOn: null,
    checkedOn: null,
    accurate: random.chance(between(0.86, 1, quality)),
    enteredOn: null,
    transferredOn: null,
    policeFiledOn: null,
  };
  if (!after.withheldOn && random.chance(ordinary ? between(0.76, 1, quality) : 0.3)) {
    const inTime = random.chance(between(0.62, 1, quality));
    after.disclosedOn = inTime ? later(2, 20) : later(21, 60);
    if (random.chance(0.35)) after.checkedOn = calendar.addWorkingDays(after.disclosedOn, random.int(1, 20));
  }
  if (ordinary && random.chance(between(0.55, 1, quality))) after.enteredOn = later(0, 15);
  if (crime && random.chance(between(0.6, 1, quality))) {
    after.transferredOn = later(0, 12);
    if (random.chance(0.7)) after.policeFiledOn = calendar.addWorkingDays(after.transferredOn, random.int(2, 15));
  }
  return after;
}
