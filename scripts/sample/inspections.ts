import { addDays, type Day } from '../../src/domain/day';
import type { Office } from '../../src/domain/office';
import { type Period, periodEnd, periodStart } from '../../src/domain/period';
import { between, drawDepartment, drawPlace, known, qualityOf, type Row, type SampleCase, unitLabel } from './cases';
import { type LinkedPenalty, linked } from './linked';
import { Random } from './random';
import { dayWeights } from './seasons';
import { spellCounty, spellDepartment } from './spelling';
import { type SamplePlan, type UnitPlan, yearOfPlan } from './units';
import { DEPARTMENT_WORDS } from './wording';

/** What happens to one who was drawn, whenever it happens; null where it never does. */
interface Course {
  checkedOn: Day | null;
  result: string;
  /** What a sample of the goods was found to be; blank where none was taken. */
  sample: string;
  publishedOn: Day | null;
  followUp: string;
  followedUpOn: Day | null;
  creditOn: Day | null;
}

const RESULTS = [
  ['未发现问题', 62],
  ['发现问题已责令改正', 17],
  ['发现问题待后续处理', 8],
  ['未发现开展本次抽查涉及的经营活动', 6],
  ['已关闭停业或正在组织清算', 4],
  ['不配合检查情节严重', 2],
  ['迁移注销等其他情况', 1],
] as const;
const PROBLEMS: readonly string[] = ['发现问题已责令改正', '发现问题待后续处理', '不配合检查情节严重'];

/** All who were drawn for inspection by a unit in a sample, in order of the draw. */
export function inspectionCases(
  office: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  penalties: readonly LinkedPenalty[],
): SampleCase[] {
  const random = new Random(`${plan.seed}/${unit.id}/inspections`);
  const [first, last] = [periodStart(plan.periods[0] as Period), periodEnd(plan.periods.at(-1) as Period)];
  const weights = dayWeights(office.calendar, unit, 'inspections', first, last);
  const days = Array.from({ length: unit.volume.inspections ?? 0 }, () => random.weighted(weights)).sort();
  const label = unitLabel(office, plan, unit);
  return days.map((day, i) =>
    inspection(office, plan, unit, `示例-${label}-J${String(i + 1).padStart(4, '0')}`, day, penalties, random),
  );
}

function inspection(
  office: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  id: string,
  drawnOn: Day,
  penalties: readonly LinkedPenalty[],
  random: Random,
): SampleCase {
  const place = drawPlace(office, unit, random);
  const department = drawDepartment(office, plan, unit, 'penalties', random);
  const words = DEPARTMENT_WORDS[department.id];
  const quality = qualityOf(yearOfPlan(plan), unit, department.id, place, drawnOn);
  const kind = random.weighted([
    ['双随机抽查', 62],
    ['', 10],
    ['质量抽检', 16],
    ['联合检查', 12],
  ]);
  const days = random.pick([20, 30, 45]);
  const course = courseOf(office, addDays(drawnOn, days), drawnOn, kind, quality, random);
  const found =
    course.followUp === '移送办案机构' ? linked(penalties, department.id, course.checkedOn, random) : undefined;
  const subject = String(random.int(1, 900)).padStart(4, '0');
  const fixed: Row = {
    check_id: id,
    task_id: `示例任务〔${yearOfPlan(plan)}〕${random.int(1, 9)}号`,
    kind,
    department: spellDepartment(office, department, place, unit.habits.department, random),
    county: spellCounty(office, place, unit.habits.county, drawnOn, random),
    subject: `示例经营户${subject}`,
    subject_code: random.chance(0.8) ? `示例代码${subject}` : '',
    field: random.chance(0.55) ? (words?.field ?? '') : '',
    product: random.chance(0.7) ? random.pick(words?.products ?? ['']) : '',
    online: random.weighted([
      ['线下', 60],
      ['', 25],
      ['线上', 15],
    ]),
    drawn_on: drawnOn,
    // Without one of its own, the profile's limit holds.
    due_on: random.chance(0.88) ? addDays(drawnOn, days) : '',
  };
  const events = [course.checkedOn, course.publishedOn, course.followedUpOn, course.creditOn];
  return {
    id,
    firstDay: drawnOn,
    at: (day) => ({ ...fixed, ...stateAt(course, found, day) }),
    openAt: (day) => events.some((event) => event !== null && event > day) || course.publishedOn === null,
  };
}

function stateAt(course: Course, penalty: LinkedPenalty | undefined, day: Day): Row {
  const checkedOn = known(course.checkedOn, day);
  const publishedOn = known(course.publishedOn, day);
  return {
    checked_on: checkedOn,
    result: checkedOn && course.result,
    sample: checkedOn && course.sample,
    published_on: publishedOn,
    follow_up: publishedOn && course.followUp,
    follow_up_closed_on: publishedOn && known(course.followedUpOn, day),
    case_id: publishedOn && penalty && penalty.decidedOn <= day ? penalty.id : '',
    credit_recorded_on: known(course.creditOn, day),
  };
}

/** Draws the course by the day set for it, and by the limit of publication of those who have one: 20 working days. */
function courseOf({ calendar }: Office, due: Day, drawnOn: Day, kind: string, quality: number, random: Random): Course {
  const result = random.weighted(RESULTS);
  const problem = PROBLEMS.includes(result);
  const course: Course = {
    checkedOn: null,
    result,
    sample: kind === '质量抽检' ? random.pick(['合格', '合格', '合格', '不合格']) : '',
    publishedOn: null,
    followUp: problem ? random.pick(['责令改正', '责令改正', '移送办案机构', '反馈日常监管部门']) : '无需后续处置',
    followedUpOn: null,
    creditOn: null,
  };
  const inTime = random.chance(between(0.55, 1, quality));
  // Of the late ones some are never checked at all.
  if (!inTime && random.chance(0.3)) return course;
  const checkedOn = calendar.addWorkingDays(inTime ? drawnOn : due, random.skewed(inTime ? 1 : 2, inTime ? 9 : 20));
  course.checkedOn = checkedOn;
  if (!random.chance(between(0.75, 1, quality))) return course;
  const publishedOn = calendar.addWorkingDays(
    checkedOn,
    random.chance(between(0.55, 1, quality)) ? random.skewed(1, 10) : random.skewed(21, 35),
  );
  course.publishedOn = publishedOn;
  if (problem && random.chance(0.8)) course.followedUpOn = calendar.addWorkingDays(publishedOn, random.int(1, 15));
  if (problem && random.chance(0.6)) course.creditOn = calendar.addWorkingDays(publishedOn, random.int(1, 10));
  return course;
}
