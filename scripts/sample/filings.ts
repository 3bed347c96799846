import { addDays, type Day } from '../../src/domain/day';
import type { Office } from '../../src/domain/office';
import { type Period, periodEnd, periodName, periodStart } from '../../src/domain/period';
import type { RowProblemCode } from '../../src/domain/problemCodes';
import { submissionDue } from '../../src/domain/register';
import type { Row, SampleCase } from './cases';
import { complaintCases } from './complaints';
import { disposalCases } from './disposals';
import { inspectionCases } from './inspections';
import { penaltyCases } from './penalties';
import { Random } from './random';
import { type Form, SAMPLE_LEDGERS, type SampleLedger, type SamplePlan, type UnitPlan } from './units';

/** A row of a file; a faulty one says which problem it is meant to raise, on which field. */
export interface FiledRow {
  cells: Row;
  /** Text behind the last column. */
  surplus?: string;
  fault?: { code: RowProblemCode; field: string | null };
}

/** One file before it is spelled and encoded. */
export interface Filing {
  file: string;
  unit: UnitPlan;
  period: Period;
  ledger: SampleLedger;
  form: Form;
  /** Day on which the office received it; null where nobody noted it. */
  receivedOn: Day | null;
  /** Field names in the order of the columns. */
  fields: readonly string[];
  rows: FiledRow[];
  /** A later version of the same exists. */
  superseded: boolean;
}

/** All files of the sample without faults. A quarter's file shows its cases as they stood on the day it was handed in. */
export function filings(office: Office, plan: SamplePlan): Filing[] {
  return plan.units.flatMap((unit) => {
    const penalties = penaltyCases(office, plan, unit);
    const cases: Record<SampleLedger, SampleCase[]> = {
      penalties,
      complaints: complaintCases(office, plan, unit, penalties),
      inspections: inspectionCases(office, plan, unit, penalties),
      disposals: disposalCases(office, plan, unit, penalties),
    };
    const sent = SAMPLE_LEDGERS.filter((ledger) => unit.volume[ledger] !== undefined);
    return sent.flatMap((ledger) => filingsOf(office, plan, unit, ledger, cases[ledger]));
  });
}

function filingsOf(
  office: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  ledger: SampleLedger,
  cases: SampleCase[],
): Filing[] {
  const { correction, seed } = plan;
  const files: Filing[] = [];
  let shownOn = plan.carried.shownBy;
  for (const period of plan.periods) {
    if (unit.missing?.includes(period)) continue;
    const random = new Random(`${seed}/${unit.id}/${ledger}/${period}`);
    const handedIn = handInDay(office, unit, period, ledger, random);
    const start = periodStart(period);
    const end = periodEnd(period);
    // New cases of the quarter, and earlier ones that were open when the unit last reported.
    const shown = cases.filter((c) => c.firstDay <= end && (c.firstDay >= start || c.openAt(shownOn)));
    const filing: Filing = {
      file: fileName(office, plan, unit, period, ledger),
      unit,
      period,
      ledger,
      form: formOf(plan, unit, period, ledger),
      receivedOn: isUnrecorded(plan, unit, period, ledger) ? null : handedIn,
      fields: office.catalogue
        .ledger(ledger)
        .fields.map((f) => f.name)
        .filter((f) => !unit.habits.omits?.includes(f)),
      rows: shown.map((c) => ({ cells: c.at(handedIn) })),
      superseded: false,
    };
    if (correction && unit.id === correction.unit && period === correction.period && ledger === correction.ledger) {
      const corrected = shown.map((c) => ({ cells: c.at(correction.receivedOn) }));
      const forgetful = filing.rows.filter(() => !random.chance(correction.forgotten));
      files.push({ ...filing, rows: forgetful, superseded: true });
      const file = filing.file.replace(/\.(\w+)$/, `${correction.suffix}.$1`);
      files.push({ ...filing, file, receivedOn: correction.receivedOn, rows: corrected });
    } else files.push(filing);
    shownOn = handedIn;
  }
  return files;
}

/** Mostly some working day before the due date; late ones as the plan says, all ledgers of a unit alike. */
function handInDay(office: Office, unit: UnitPlan, period: Period, ledger: SampleLedger, random: Random): Day {
  const due = submissionDue(office, { period, ledger });
  const late = unit.late?.[period];
  if (late) return office.calendar.addWorkingDays(due, late);
  const days: Day[] = [];
  for (let day = addDays(periodEnd(period), 3); day <= due; day = addDays(day, 1))
    if (office.calendar.isWorkingDay(day)) days.push(day);
  return random.pick(days);
}

const isUnrecorded = ({ unrecorded }: SamplePlan, unit: UnitPlan, period: Period, ledger: SampleLedger): boolean =>
  unit.id === unrecorded?.unit && period === unrecorded.period && ledger === unrecorded.ledger;

const formOf = ({ otherForms }: SamplePlan, unit: UnitPlan, period: Period, ledger: SampleLedger): Form =>
  otherForms.find((o) => o.unit === unit.id && o.period === period && o.ledger === ledger)?.form ??
  unit.habits.form[ledger];

function fileName(
  { profile, departments, catalogue }: Office,
  plan: SamplePlan,
  unit: UnitPlan,
  period: Period,
  ledger: SampleLedger,
): string {
  const habit = unit.habits;
  const extension = formOf(plan, unit, period, ledger).startsWith('parquet') ? 'parquet' : 'csv';
  const prefecture = profile.regions.prefectures.find((p) => p.code === unit.id);
  const short = prefecture?.short ?? departments.get(unit.id).name;
  const full = prefecture?.name ?? departments.get(unit.id).office;
  switch (habit.name[ledger]) {
    case 'code':
      return `${period}_${unit.id}_${ledger}.${extension}`;
    case 'chinese':
      return `${periodName(period)}_${short}_${catalogue.ledger(ledger).name}.${extension}`;
    case 'spoken':
      return `${periodName(period).replace('第', '')}_${short}_${catalogue.ledger(ledger).name}.${extension}`;
    case 'office':
      return `${periodName(period)}_${full}_${catalogue.ledger(ledger).name}.${extension}`;
  }
}
