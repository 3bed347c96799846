import { durationsOf } from './columns';
import type { Asking, Attention, CaseIndicator, Duration, Indicator, SubmissionIndicator } from './indicator';
import { isOfReporting } from './indicator';
import { type Deadline, type Ledger, type Oddity, tellsPlace } from './ledger';

/** What is kept and what is counted, as the files of a catalogue say it: in the order in which it is shown. */
export interface Definitions {
  readonly ledgers: readonly Ledger[];
  readonly indicators: readonly Indicator[];
}

/** The catalogue of an office with its look-ups, made once and passed around. Definitions are checked before: see `readCatalogue`. */
export class Catalogue {
  readonly ledgers: readonly Ledger[];
  readonly ledgerIds: readonly string[];
  /** Those whose cases are offered for looking at. */
  readonly collected: readonly Ledger[];
  /** Everything that is counted over cases: what is assessed or shown, and what needs attention. */
  readonly counted: readonly CaseIndicator[];
  /** What is assessed or shown of it. */
  readonly caseIndicators: readonly CaseIndicator[];
  /** Counted over expected submissions, not over cases. */
  readonly submissionIndicator: SubmissionIndicator;
  /** What is assessed or shown. */
  readonly indicators: readonly Indicator[];
  /** Those whose cases are asked for, in the order in which they are. */
  readonly asked: readonly Asking[];
  /** What needs attention until it is done. */
  readonly attention: readonly Attention[];
  /** What deadline rules can be of: the steps of the ledgers, and the submission itself. */
  readonly steps: readonly string[];
  /** What can be odd in rows, of all ledgers. */
  readonly oddities: readonly Oddity[];
  private readonly odditiesByCode: ReadonlyMap<string, Oddity>;
  private readonly ledgersById: ReadonlyMap<string, Ledger>;
  private readonly indicatorsById: ReadonlyMap<string, Indicator>;
  private readonly deadlinesById: ReadonlyMap<string, Deadline>;
  private readonly ofLedger: ReadonlyMap<string, { counted: readonly CaseIndicator[]; durations: readonly Duration[] }>;

  /**
   * @param definitions plain data, as another thread is handed it
   * @param isCollected which ledgers and indicators stand in lists; all is found by its id, whatever is listed
   */
  constructor(
    readonly definitions: Definitions,
    isCollected: (of: Ledger | CaseIndicator) => boolean = () => true,
  ) {
    const { ledgers } = definitions;
    const indicators = definitions.indicators.map((i) => whereTold(i, ledgers));
    this.ledgers = ledgers;
    this.ledgerIds = ledgers.map((l) => l.id);
    this.collected = ledgers.filter(isCollected);
    this.counted = indicators.filter((i) => !isOfReporting(i));
    const listed = this.counted.filter(isCollected);
    this.caseIndicators = listed.filter((i) => i.role !== 'attention');
    this.submissionIndicator = indicators.find(isOfReporting) as SubmissionIndicator;
    this.indicators = [...this.caseIndicators, this.submissionIndicator];
    this.asked = listed
      .filter((i): i is Asking => i.question !== undefined)
      .sort((a, b) => a.question.order - b.question.order);
    this.attention = this.asked.filter((i): i is Attention => i.role === 'attention');
    this.steps = [...ledgers.flatMap((l) => l.deadlines.map((d) => d.id)), SUBMISSION_STEP];
    this.oddities = ledgers.flatMap((l) => l.oddities);
    this.odditiesByCode = new Map(this.oddities.map((o) => [o.code, o]));
    this.ledgersById = new Map(ledgers.map((l) => [l.id, l]));
    this.indicatorsById = new Map(indicators.map((i) => [i.id, i]));
    this.deadlinesById = new Map(ledgers.flatMap((l) => l.deadlines.map((d) => [d.id, d])));
    this.ofLedger = new Map(
      ledgers.map(({ id }) => [
        id,
        { counted: listed.filter((i) => i.ledger === id), durations: durationsOf(indicators, id) },
      ]),
    );
  }

  hasLedger(id: string): boolean {
    return this.ledgersById.has(id);
  }

  /** @throws RangeError for an id that no ledger has */
  ledger(id: string): Ledger {
    const found = this.ledgersById.get(id);
    if (!found) throw new RangeError(`unknown ledger: ${id}`);
    return found;
  }

  /** The deadline that a step is; undefined for the submission's and for what is no step. */
  deadline(step: string): Deadline | undefined {
    return this.deadlinesById.get(step);
  }

  /** What a problem's code says of a row; undefined for one that no ledger brings. */
  oddity(code: string): Oddity | undefined {
    return this.odditiesByCode.get(code);
  }

  /** What stands in lists under an id; undefined for what does not, and for none. */
  listed(id: string | undefined): Indicator | undefined {
    return this.indicators.find((i) => i.id === id);
  }

  /** Of what is assessed or shown. @throws RangeError for an unknown id */
  indicator(id: string): Indicator {
    const found = this.indicatorsById.get(id);
    if (!found || found.role === 'attention') throw new RangeError(`unknown indicator: ${id}`);
    return found;
  }

  /** Of all that is counted, what needs attention too. @throws RangeError for an unknown id */
  definition(id: string): Indicator {
    const found = this.indicatorsById.get(id);
    if (!found) throw new RangeError(`unknown indicator: ${id}`);
    return found;
  }

  /** Of what is counted over cases. @throws RangeError for what is not */
  overCases(id: string): CaseIndicator {
    const found = this.indicatorsById.get(id);
    if (!found || isOfReporting(found)) throw new RangeError(`not counted over cases: ${id}`);
    return found;
  }

  /** What is counted over the cases of a ledger, as far as it is listed. */
  countedOf(ledger: string): readonly CaseIndicator[] {
    return this.ofLedger.get(ledger)?.counted ?? [];
  }

  /** The durations among it. */
  durationsOf(ledger: string): readonly Duration[] {
    return this.ofLedger.get(ledger)?.durations ?? [];
  }

  /** How what an indicator counts is counted: 件 of cases, 户 of subjects, 份 of submissions. */
  countUnit(of: Indicator): string {
    if (isOfReporting(of)) return '份';
    return 'unit' in of ? of.unit : this.ledger(of.ledger).row.unit;
  }

  /** Where what an indicator counts stands: a ledger, or the register of submissions. */
  sourceName(of: Indicator): string {
    return isOfReporting(of) ? '报送登记' : this.ledger(of.ledger).name;
  }
}

/** Where an indicator is shown, unless it says so itself: counties and zones, which are made of them, only where rows tell theirs. */
function whereTold(indicator: Indicator, ledgers: readonly Ledger[]): Indicator {
  const ledger = ledgers.find((l) => l.id === indicator.ledger);
  if (!ledger || indicator.levels || tellsPlace(ledger)) return indicator;
  return { ...indicator, levels: ['province', 'prefecture', 'department'] };
}

/** What the head of a file is looked through for. */
export type Ledgers = Pick<Catalogue, 'ledgers'>;

/** The step that is not of a case: a submission is due. */
export const SUBMISSION_STEP = 'submission';
