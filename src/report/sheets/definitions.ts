import { CONFIDENCE_LEGEND } from '../../domain/confidence';
import { limitText } from '../../domain/deadlines';
import { measureOf } from '../../domain/measures';
import { valueText } from '../../domain/measures/texts';
import type { Office } from '../../domain/office';
import type { Period } from '../../domain/period';
import { type Dated, rulesOfIndicator, stepInWords } from '../../domain/steps';
import type { BookSheet } from '../book/sheet';
import type { WorkbookInput } from '../workbookInput';
import { measureNotes, questionLine } from './paper';

/** 口径: what each indicator counts, which day decides the period, the limits, and what that rests on. */
export const definitionsSheet = (input: WorkbookInput): BookSheet => ({
  name: '口径',
  title: '指标口径',
  line: `${questionLine(input)} · ${input.office.profile.name}（${input.office.profile.id}）`,
  table: {
    columns: [
      { label: '指标', width: 18 },
      { label: '台账', width: 14 },
      { label: '分母', width: 26 },
      { label: '分子（取值）', width: 24 },
      { label: '单位', width: 8 },
      { label: '目标值', width: 18 },
      { label: '计入的时期', width: 22 },
      { label: '期限', width: 34 },
      { label: '依据', width: 20 },
      { label: '可信程度', width: 16 },
    ],
    rows: input.office.catalogue.indicators.map((i) => [
      i.name,
      input.office.catalogue.sourceName(i),
      i.words.denominator,
      i.words.numerator,
      measureOf(i).words.unit || null,
      i.target ? `${valueText(i, i.target)}（${i.target.source}）` : null,
      i.words.period,
      limitsText(input.office, i, input.assessment.period),
      i.basis,
      i.confidence,
    ]),
  },
  notes: [
    ...measureNotes(input.office.catalogue.indicators),
    '截止日时期限未满的不计，截止日之后发生的事视为未发生。首日不计；按日历日计的期限遇非工作日顺延至下一工作日，批准的延期另加。',
    `片区口径：${input.office.profile.zones.version}。${input.office.profile.zones.caution}`,
    `可信程度：${CONFIDENCE_LEGEND}。`,
  ],
});

/** The limits that decide an indicator in a period, a line each with its source; says so where none does. */
export function limitsText({ profile, departments, catalogue }: Office, indicator: Dated, period: Period): string {
  const rules = rulesOfIndicator(catalogue, indicator, profile.deadlines.rules, period);
  return (
    rules
      .map((rule) => {
        const scope = [
          rule.kind,
          rule.ledger && catalogue.ledger(rule.ledger).name,
          rule.department && departments.get(rule.department).name,
          rule.channel && (profile.departments.channels.find((c) => c.id === rule.channel)?.name ?? rule.channel),
          rule.from && `${rule.from} 起`,
          rule.to && `至 ${rule.to}`,
        ].filter(Boolean);
        return `${stepInWords(catalogue, rule.step).name}${scope.length ? `（${scope.join('，')}）` : ''}：${stepInWords(catalogue, rule.step).from}起 ${limitText(rule)}（${rule.source}，可信程度 ${rule.confidence}）`;
      })
      .join('\n') || '不按期限判断'
  );
}
