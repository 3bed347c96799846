import { fieldLabel, ledgerField } from '../../domain/ledgers';
import { type Ask, FileRefused } from '../../domain/problems';
import type { FieldReader } from '../../domain/reading/fieldReader';
import { MONEY_FACTORS, type MoneyUnit } from '../../domain/reading/money';
import { type ReadingAnswers, unitQuestion } from '../../domain/reading/reading';
import type { Table, UnclearUnit } from '../table/table';

/** The table with its amounts in the unit that was said, where header and sheet say several. */
export function withUnits(table: Table, answers: ReadingAnswers): Table {
  const said = table.unclearUnits.flatMap(({ field, units }) => {
    const unit = answers[unitQuestion(field)];
    return unit !== undefined && units.includes(unit) ? [{ field, unit }] : [];
  });
  const scales = said.map(
    ({ field, unit }) => [field, { factor: MONEY_FACTORS[unit], said: `选定的${unit}` }] as const,
  );
  return {
    ...table,
    scales: { ...table.scales, ...Object.fromEntries(scales) },
    unclearUnits: table.unclearUnits.filter((u) => !said.some((s) => s.field === u.field)),
  };
}

/** The unit of an amount that has to be asked, with one of the amounts as it would be read. */
export class OpenUnit {
  private readonly label: string;
  private readonly said: Set<string>;
  private example: { text: string; valueIn(unit: MoneyUnit): number | null } | null = null;

  constructor(
    table: Table,
    private readonly of: UnclearUnit,
  ) {
    this.label = fieldLabel(ledgerField(table.ledger, of.field));
    this.said = new Set(of.said);
  }

  /** The same of another table. @throws FileRefused where it is of other units: no answer would do for both */
  join({ units, said }: UnclearUnit): void {
    for (const words of said) this.said.add(words);
    if (units.length !== this.of.units.length || units.some((u) => !this.of.units.includes(u)))
      throw new FileRefused('unclear_units', { detail: this.detail });
  }

  get detail(): string {
    return `「${this.label}」的单位写的是${[...this.said].map((words) => `「${words}」`).join('')}`;
  }

  /** @param reader of the column @param at the reader for a factor to 元 */
  watched(reader: FieldReader, at: (factor: number) => FieldReader): FieldReader {
    const read = (text: string) => {
      const reading = reader.read(text);
      // One that names its own unit is read alike in all.
      if (!this.example && reading.value && reading.repair === undefined)
        this.example = {
          text: text.trim(),
          valueIn: (unit) => at(MONEY_FACTORS[unit]).read(text).value as number | null,
        };
      return reading;
    };
    return { ...reader, read } as FieldReader;
  }

  ask(): Ask {
    const { field, units } = this.of;
    const shown = (unit: MoneyUnit) => {
      const value = this.example?.valueIn(unit) ?? null;
      return value === null ? '' : `（「${this.example?.text}」为 ${value.toLocaleString('zh-CN')} 元）`;
    };
    return {
      of: unitQuestion(field),
      text: `${this.detail}。数字的单位是哪一个？`,
      choices: units.map((unit) => ({ answer: unit, label: `${unit}${shown(unit)}` })),
      otherwise: '如各行、各表的单位不同，请改为同一个单位、只写一个单位后重报。',
    };
  }
}
