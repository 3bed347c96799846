import { fieldLabel, type Ledger, type LedgerId, ledgerField } from '../../domain/ledgers';
import { type Ask, FileRefused } from '../../domain/problems';
import { type ReadingAnswers, sheetsQuestion } from '../../domain/reading/reading';
import type { SheetGroup } from '../table/ledgerSheets';
import type { OpenQuestion } from './questions';

/** Groups that a person can choose from. */
const MOST_CHOICES = 8;
/** Sheets and columns that a sentence names. */
const NAMED = 4;

/** Sheets of one ledger that have not all the same columns, or of which some were chosen: which of them are read is asked. */
export class DifferingSheets {
  readonly ledger: Ledger;
  private readonly whole: readonly SheetGroup[];
  /** What is read: all, or these sheets and no other; null where nobody said, or what was said cannot be. */
  private readonly chosen: 'all' | readonly number[] | null;

  /**
   * @param groups at least one, one of them whole
   * @param nameOf a sheet's name by its place
   * @throws FileRefused where there are too many to choose from
   */
  constructor(
    private readonly groups: readonly SheetGroup[],
    private readonly nameOf: (sheet: number) => string,
    answers: ReadingAnswers,
  ) {
    this.ledger = (groups[0] as SheetGroup).ledger;
    this.whole = groups.filter((g) => g.missing.length === 0);
    this.chosen = this.asAnswered(answers);
    if (this.chosen === null && groups.length > MOST_CHOICES)
      throw new FileRefused('several_tables', { detail: this.detail });
  }

  get isOpen(): boolean {
    return this.chosen === null;
  }

  /**
   * Whether the ledger's tables of a sheet are read. Until it is said which, all that can be: what is to be asked of their
   * rows is asked along.
   */
  isRead(sheet: number): boolean {
    if (this.chosen) return this.chosen === 'all' || this.chosen.includes(sheet);
    return !this.groups.some((g) => !this.whole.includes(g) && g.sheets.includes(sheet));
  }

  get detail(): string {
    const said = this.groups.flatMap((group) => {
      const own = this.labels(group, true);
      return own ? [`${this.names(group)}有${own}`] : [];
    });
    const unread = this.groups.flatMap((g) =>
      g.missing.length > 0 ? [`${this.names(g)}缺少必填列${labelled(this.ledger, g.missing.flat())}，不能读取`] : [],
    );
    const all = named(
      this.groups.flatMap((g) => g.sheets).sort((a, b) => a - b),
      (s) => this.nameOf(s),
      '个',
    );
    if (this.groups.length === 1) return `选定的工作表不都是${this.ledger.name}，是的只有${all}`;
    return `工作表${all}都是${this.ledger.name}，但列不相同（${[...(said.length ? [`只有${said.join('，')}`] : []), ...unread].join('；')}）`;
  }

  /** @param rowsOf rows read of a sheet; null where they were not counted */
  question(rowsOf: ((sheet: number) => number) | null): OpenQuestion {
    return { code: 'several_tables', detail: this.detail, ask: this.ask(rowsOf) };
  }

  /**
   * Sheets that were listed are read and no other, whatever they come to together: another answer, given in the same round, may
   * have made them all alike, or have put others beside them.
   */
  private asAnswered(answers: ReadingAnswers): 'all' | readonly number[] | null {
    const listed = listedSheets(this.ledger.id, answers);
    if (listed) return listed.every((s) => this.whole.some((g) => g.sheets.includes(s))) ? listed : null;
    return answers[sheetsQuestion(this.ledger.id)] === 'all' && this.canAll ? 'all' : null;
  }

  private ask(rowsOf: ((sheet: number) => number) | null): Ask {
    const rows = (groups: readonly SheetGroup[]) => {
      if (!rowsOf) return [];
      const n = groups.flatMap((g) => g.sheets).reduce((sum, sheet) => sum + rowsOf(sheet), 0);
      return [`${n.toLocaleString('zh-CN')} 行`];
    };
    const lacking = [...this.union].filter((f) => this.groups.some((g) => !g.fields.has(f)));
    return {
      of: sheetsQuestion(this.ledger.id),
      text: `${this.detail}。读取哪些工作表？`,
      choices: [
        ...this.whole.map((group) => {
          const has = this.labels(group, true);
          const lacks = this.labels(group, false);
          const differs = has ? [`有${has}`] : lacks ? [`没有${lacks}`] : [];
          const facts = [...rows([group]), ...differs].join('，');
          return { answer: group.sheets.join(), label: `只读${this.names(group)}（${facts}）` };
        }),
        ...(this.canAll && this.whole.length > 1
          ? [
              {
                answer: 'all',
                label: `都读（${[...rows(this.whole), `没有${labelled(this.ledger, lacking)}的，按空白计`].join('，')}）`,
              },
            ]
          : []),
      ],
      otherwise: '如要另作取舍，请只留要报送的工作表，或统一表头后重报。',
    };
  }

  private get canAll(): boolean {
    return this.whole.length === this.groups.length;
  }

  private get union(): Set<string> {
    return new Set(this.groups.flatMap((g) => [...g.fields]));
  }

  private names({ sheets }: SheetGroup): string {
    return named(sheets, (s) => this.nameOf(s), '个工作表');
  }

  /** What a group has that not all have, or lacks that another has; blank where nothing. */
  private labels(group: SheetGroup, has: boolean): string {
    const own = [...this.union].filter(
      (f) => group.fields.has(f) === has && (!has || this.groups.some((g) => !g.fields.has(f))),
    );
    return labelled(this.ledger, own);
  }
}

/** The sheets that an answer lists, by their place; null where it lists none. */
export function listedSheets(ledger: LedgerId, answers: ReadingAnswers): readonly number[] | null {
  const answer = answers[sheetsQuestion(ledger)];
  return answer === undefined || answer === 'all' ? null : answer.split(',').map(Number);
}

const labelled = (ledger: Ledger, fields: readonly string[]): string =>
  named(fields, (f) => fieldLabel(ledgerField(ledger, f)), '列');

/** 「甲」「乙」「丙」「丁」等 7 个 */
function named<T>(all: readonly T[], nameOf: (one: T) => string, counted: string): string {
  const shown = all.slice(0, NAMED).map((one) => `「${nameOf(one)}」`);
  return `${shown.join('')}${all.length > NAMED ? `等 ${all.length} ${counted}` : ''}`;
}
