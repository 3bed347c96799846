import { keyOf, type Plan, type Results, workbookRows } from './bench';
import type { Kind } from './data/cases';
import type { Form } from './data/files';
import type { Cost, Measured } from './runs/cost';
import type { TaskName } from './tasks';

export { TABLE_FORMS } from './bench';

/** What a run of the bench found, by what is asked of it; undefined for what was not measured. */
export class Found {
  constructor(
    readonly plan: Plan,
    readonly results: Results,
  ) {}

  of(task: TaskName, kind: Kind = 'clean', form: Form = 'utf8', rows = this.plan.rows): Measured | undefined {
    return this.results.measured.get(keyOf({ task, kind, form, rows }));
  }

  /** Of the workbook, or of the same rows in another form. */
  ofFifth(task: TaskName, form: Form = 'xlsx'): Measured | undefined {
    return this.of(task, 'clean', form, workbookRows(this.plan.rows));
  }

  /** Peer (a) for a file of this kind in any form: the same cells as text, from the CSV in UTF-8. */
  stored(kind: Kind): Cost | undefined {
    return this.of('storedText', kind)?.costs.store;
  }

  takeInRatio(who: 'commandLine' | 'page' | 'pageUnseen', kind: Kind, form: Form): number | undefined {
    return ratio(this.of(who, kind, form)?.costs.takeIn?.waiting, this.stored(kind)?.waiting);
  }

  jobRatio(kind: Kind, form: Form): number | undefined {
    return ratio(this.of('commandLine', kind, form)?.costs.job?.cpu, this.stored(kind)?.cpu);
  }

  pageMemory(kind: Kind, form: Form): number | undefined {
    return this.of('page', kind, form)?.memory?.aboveEmpty;
  }

  get officePage(): Measured | undefined {
    return this.of('officePage', 'odd1');
  }

  get officeMemory(): number | undefined {
    return this.officePage?.memory?.aboveEmpty;
  }

  /** Seconds. */
  visit(name: string): number | undefined {
    const cost = this.officePage?.costs[name];
    return cost && cost.waiting / 1000;
  }

  change(where: 'nativeChanges' | 'pageChanges', name: string): Cost | undefined {
    return this.of(where)?.costs[name];
  }

  cutOffRatio(where: 'nativeChanges' | 'pageChanges'): number | undefined {
    return ratio(this.change(where, 'change')?.waiting, this.change(where, 'before')?.waiting);
  }
}

export const ratio = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined || !b ? undefined : a / b;
