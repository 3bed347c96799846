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

/** What happens to a complaint, whenever it happens; null where it never does. */
interface Course {
  acceptedOn: Day | null;
  acceptance: '受理' | '不予受理' | '转办';
  decidedOn: Day | null;
  decision: '立案' | '不予立案';
  extensionDays: number;
  /** Day on which the extension was approved. */
  extendedOn: Day | null;
  closedOn: Day | null;
  feedbackOn: Day | null;
  satisfaction: '满意' | '基本满意' | '不满意' | '未评价';
}

/** All complaints of a unit that show in a sample, in order of receipt; the first are open ones of late in the year before. */
export function complaintCases(
  office: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  penalties: readonly LinkedPenalty[],
): SampleCase[] {
  const { carried, periods } = plan;
  const [first, last] = [periodStart(periods[0] as Period), periodEnd(periods.at(-1) as Period)];
  const random = new Random(`${plan.seed}/${unit.id}/complaints`);
  const draw = (count: number, first: Day, last: Day): Day[] => {
    const weights = dayWeights(office.calendar, unit, 'complaints', first, last);
    return Array.from({ length: count }, () => random.weighted(weights)).sort();
  };
  const year = unit.volume.complaints ?? 0;
  const zeroStart = unit.zero?.complaints?.includes(periods[0] as Period);
  const days = [
    ...(zeroStart ? [] : draw(Math.round(year * 0.05), carried.from, addDays(first, -1))),
    ...draw(year, first, last),
  ];
  const label = unitLabel(office, plan, unit);
  return days
    .map((day, i) =>
      complaint(office, plan, unit, `示例-${label}-T${String(i + 1).padStart(5, '0')}`, day, penalties, random),
    )
    .filter((c) => c.firstDay >= first || c.openAt(carried.shownBy));
}

function complaint(
  office: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  id: string,
  receivedOn: Day,
  penalties: readonly LinkedPenalty[],
  random: Random,
): SampleCase {
  const place = drawPlace(office, unit, random);
  const department = drawDepartment(office, plan, unit, 'complaints', random);
  const words = DEPARTMENT_WORDS[department.id];
  const kind = random.chance(0.62) ? '投诉' : '举报';
  const named = random.chance(kind === '投诉' ? 0.97 : 0.55);
  const quality = qualityOf(yearOfPlan(plan), unit, department.id, place, receivedOn);
  const course = courseOf(office, receivedOn, kind, named, quality, random);
  const found =
    course.decision === '立案' && random.chance(0.5)
      ? linked(penalties, department.id, course.decidedOn, random)
      : undefined;
  const fixed: Row = {
    complaint_id: id,
    kind,
    channel: random.weighted([
      [words?.channel ?? '信件', 62],
      ['来访', 16],
      ['网络', 14],
      ['信件', 5],
      ['其他部门移交', 3],
    ]),
    county: spellCounty(office, place, unit.habits.county, receivedOn, random),
    department: spellDepartment(office, department, place, unit.habits.department, random),
    field: random.chance(0.55) ? (words?.field ?? '') : '',
    product: random.chance(0.8) ? random.pick(words?.products ?? ['']) : '',
    named: named ? (random.chance(0.1) ? '' : '是') : '否',
    received_on: receivedOn,
  };
  const events = [course.acceptedOn, course.decidedOn, course.extendedOn, course.closedOn, course.feedbackOn];
  return {
    id,
    firstDay: receivedOn,
    at: (day) => ({ ...fixed, ...stateAt(course, named, found, day) }),
    openAt: (day) =>
      events.some((event) => event !== null && event > day) ||
      course.acceptedOn === null ||
      (course.acceptance === '受理' && course.closedOn === null),
  };
}

function stateAt(course: Course, named: boolean, penalty: LinkedPenalty | undefined, day: Day): Row {
  const acceptedOn = known(course.acceptedOn, day);
  const decidedOn = known(course.decidedOn, day);
  const closedOn = known(course.closedOn, day);
  const feedbackOn = known(course.feedbackOn, day);
  return {
    accepted_on: acceptedOn,
    acceptance: acceptedOn && course.acceptance,
    decided_on: decidedOn,
    decision: decidedOn && course.decision,
    extension_days: known(course.extendedOn, day) && String(course.extensionDays),
    closed_on: closedOn,
    feedback_on: feedbackOn,
    satisfaction: feedbackOn && named ? course.satisfaction : '',
    case_id: penalty && decidedOn && penalty.decidedOn <= day ? penalty.id : '',
  };
}

/** Draws the course by the limits of the profile: 7 working days, 60 days, 5 working days. */
function courseOf(
  { calendar }: Office,
  receivedOn: Day,
  kind: string,
  named: boolean,
  quality: number,
  random: Random,
): Course {
  const course: Course = {
    acceptedOn: null,
    acceptance: random.weighted([
      ['受理', 88],
      ['不予受理', 5],
      ['转办', 7],
    ] as const),
    decidedOn: null,
    decision: random.chance(0.8) ? '立案' : '不予立案',
    extensionDays: 0,
    extendedOn: null,
    closedOn: null,
    feedbackOn: null,
    satisfaction: '未评价',
  };
  const acceptedInTime = random.chance(between(0.7, 1, quality));
  // Of the late ones some are never decided at all.
  if (!acceptedInTime && random.chance(0.12)) return course;
  const acceptedOn = calendar.addWorkingDays(receivedOn, acceptedInTime ? random.skewed(1, 7) : random.skewed(8, 22));
  course.acceptedOn = acceptedOn;
  if (course.acceptance !== '受理') return course;

  if (random.chance(kind === '举报' ? 0.45 : 0.06))
    course.decidedOn = calendar.addWorkingDays(acceptedOn, random.int(1, 8));

  const due = calendar.nextWorkingDay(addDays(acceptedOn, 60));
  const closedInTime = random.chance(between(0.66, 1, quality));
  if (random.chance(0.05)) {
    course.extensionDays = random.pick([10, 15, 20, 30]);
    course.extendedOn = calendar.nextWorkingDay(addDays(acceptedOn, random.int(45, 55)));
    const extended = calendar.addWorkingDays(due, course.extensionDays);
    course.closedOn = closedInTime
      ? calendar.addWorkingDays(due, random.int(1, course.extensionDays))
      : calendar.addWorkingDays(extended, random.skewed(1, 30));
  } else if (closedInTime) {
    const longest = Math.round(between(58, 30, quality));
    course.closedOn = calendar.nextWorkingDay(addDays(acceptedOn, random.middling(2, longest)));
  } else if (random.chance(0.8)) {
    course.closedOn = calendar.addWorkingDays(due, random.skewed(1, 45));
  }
  if (course.closedOn === null) return course;

  // Nobody can be told who gave no name; a few leave a telephone number all the same.
  const toldShare = named ? between(0.62, 1, quality) : 0.04;
  if (random.chance(toldShare)) {
    const inTime = random.chance(between(0.6, 1, quality));
    course.feedbackOn = calendar.addWorkingDays(course.closedOn, inTime ? random.skewed(0, 5) : random.skewed(6, 25));
    if (random.chance(0.7)) {
      const pleased = random.chance(between(0.66, 0.98, quality));
      course.satisfaction = pleased ? (random.chance(0.7) ? '满意' : '基本满意') : '不满意';
    }
  }
  return course;
}
