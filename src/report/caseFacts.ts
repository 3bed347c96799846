import { classAskedWords } from '../domain/classAsked';
import { classLabel, listSource } from '../domain/classWords';
import { CONFIDENCE_LEGEND } from '../domain/confidence';
import { type EvidenceQuestion, type FigureQuestion, isFigureQuestion, ledgerOf } from '../domain/evidence';
import { fieldLabel, type LedgerId } from '../domain/ledgers';
import { measureOf } from '../domain/measures';
import { listOf, type Office } from '../domain/office';
import { periodName } from '../domain/period';
import { personalFields } from '../domain/persons';
import { limitsText } from './sheets/definitions';

/** What a list of cases is called and how many it holds, in the words of its screen. */
export interface CaseList {
  /** The whole question in one line, with n and cut-off. */
  headline: string;
  /** Which cases of the indicator: 未达到：未在期限内办结的. Null for the cases of a ledger, whatever counts them. */
  side: string | null;
  total: number;
  /** Of how many a list of one class is a part; null for one that is whole. */
  whole: number | null;
}

/** What a list of cases answers, by which definition, and how its cells are to be read. */
export function caseFacts(
  office: Office,
  question: EvidenceQuestion,
  { headline, side, total, whole }: CaseList,
): [label: string, text: string][] {
  const { zones } = office.profile;
  const personal = personalFields(office.catalogue.ledger(ledgerOf(office.catalogue, question))).length > 0;
  const period = isFigureQuestion(question) ? question.period : null;
  return [
    ['清单', headline],
    ['件数', `${total} 件，一行一件`],
    ...(question.ofClass && whole !== null
      ? [
          [
            '筛选',
            `${classAskedWords(office, office.catalogue.ledger(ledgerOf(office.catalogue, question)), question.ofClass)}的，是全部 ${whole} 件的一部分；归类不影响指标的数字，一件可归入几类，各类之和不等于全部。`,
          ] as [string, string],
        ]
      : []),
    ['报送期', period ? periodName(period) : '各期（截止日及以前）'],
    ['数据截止日', `${question.asOf}。其后发生的事视为未发生，其后接收或决定的案件不计。`],
    ...(isFigureQuestion(question)
      ? definition(office, question, side)
      : ([
          ['台账', office.catalogue.ledger(question.ledger).name],
          ['本清单列出', '参与计算的版本中的全部案件，不分考核期和指标；搁置的行不在其中；跨期续报的取最近一期。'],
        ] as [string, string][])),
    ...(question.level === 'zone' ? [['片区口径', `${zones.version}。${zones.caution}`] as [string, string]] : []),
    ...(question.search ? [['查找', '只列出查到的行；查找的文字不写入文件。'] as [string, string]] : []),
    ...(personal
      ? [['当事人', question.persons ? '照原文件列出，请妥善保管。' : '只有首字。'] as [string, string]]
      : []),
    ...classFacts(office, ledgerOf(office.catalogue, question)),
    [
      '空白',
      '原文件没有填写，或填写的内容不能读取（见问题清单）；期限、依据空白的，该环节不适用或尚未起算；工作日空白的，尚未办结。',
    ],
    ['截止日后（未计入）', '列出该行中晚于截止日、计算时视为未发生的项目；这些项目的内容照原文件列出，以便核对。'],
    ['来源文件、行号', '原文件的名称和在其中的行号，与电子表格显示的一致（表头为第 1 行）。'],
  ];
}

/** By which lists texts are sorted: the columns of it are not in the files. */
const classFacts = (office: Office, ledger: LedgerId): [string, string][] =>
  office.catalogue.ledger(ledger).fields.flatMap((field): [string, string][] => {
    const list = listOf(office, field);
    if (!list) return [];
    const from = `由程序按清单从「${fieldLabel(field)}」的原文得出，不是原文件的内容，不影响任何数字；一格可归入几类`;
    return [[classLabel(field), `${from}。清单：${listSource(list)}`]];
  });

/** The indicator behind a list of cases, by its definition. */
function definition(
  office: Office,
  { indicator, period, asOf }: FigureQuestion,
  side: string | null,
): [string, string][] {
  const of = office.catalogue.overCases(indicator);
  const { name, ledger, words, basis, confidence } = of;
  return [
    ['指标', `${name}（${office.catalogue.ledger(ledger).name}）`],
    ...(side === null ? [] : [['本清单列出', side] as [string, string]]),
    ['分母', words.denominator],
    [measureOf(of).words.numerator, words.numerator],
    ['计入的时期', words.period],
    ['期限', limitsText(office, of, period ?? asOf.slice(0, 4))],
    ['依据', basis],
    ['可信程度', `${confidence}。期限后的可信程度：${CONFIDENCE_LEGEND}。`],
  ];
}
