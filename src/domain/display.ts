import type { Indicator } from './catalogue/indicator';
import type { Partly } from './counts';

/** 「无案件」 stands wherever 0/0 would. */
export const NO_CASE = '无案件';

/** What stands for 0/0 of an indicator: its own word, or that there is no case. */
export const noneText = ({ noCase }: Pick<Indicator, 'noCase'>): string => noCase ?? NO_CASE;

/** What stands where nobody has reported: nobody knows whether there are cases. */
export const NOT_REPORTED = '未报送';

/** What stands where a ledger does not tell parts as small as the area: see `Counts.undivided`. */
export const NOT_DIVIDED = '不细分';

/** What stands where all that was reported is damaged on this computer: see `Counts.unreadable`. */
export const NOT_READABLE = '不能读入';

/** What stands where it is not known how many cases there are. */
const UNTOLD = { unreported: NOT_REPORTED, unreadable: NOT_READABLE, undivided: NOT_DIVIDED } as const;

/** Why it is not: see `Counts`. */
export type Untold = keyof typeof UNTOLD;

/** Why there is neither a figure nor a zero, of a figure that is none. */
export type Untelling = { [Why in Untold]?: true | undefined };

/** Why it is not known how many cases there are; undefined where it is. */
export const whyUntold = (of: Untelling): Untold | undefined =>
  (Object.keys(UNTOLD) as Untold[]).find((why) => of[why]);

export const isUntold = (of: Untelling): boolean => whyUntold(of) !== undefined;

/** Only that. */
export function untelling(of: Untelling): Untelling {
  const why = whyUntold(of);
  return why ? { [why]: true } : {};
}

/** What stands in place of a figure that is none. @param none what stands for no case */
export function blankWord(of: Untelling, none: string): string {
  const why = whyUntold(of);
  return why ? UNTOLD[why] : none;
}

/** The same with what it says of the cases, and what to do. */
export const UNTOLD_WORDS: Record<Untold, string> = {
  unreported: `${NOT_REPORTED}：没有收到这本台账，有没有案件不知道，不是 0（见报送登记）`,
  unreadable: `${NOT_READABLE}：这本台账已报送，本机保存的原文件丢失或损坏，有没有案件不知道，不是 0；重新放入原文件即可（见报送登记）`,
  undivided: `${NOT_DIVIDED}：台账由报送单位整体报送，没有分到这一级，不是 0`,
};

export const blankText = (of: Pick<Indicator, 'noCase'>, figure: Untelling): string => blankWord(figure, noneText(of));

/** What stands beside a figure of a unit that has not sent all that was due. */
export const partlyText = ({ sent, due }: Partly): string =>
  sent === 0 ? '本单位未报送' : `仅报送 ${sent}/${due} 季度`;

/** The same with what becomes of the rest. */
export const partlyWords = (partly: Partly): string =>
  `${partlyText(partly)}：其余已到期而没有收到，不在其内（见报送登记）`;

/** The same of any unit, below a table or a chart that only marks it. */
export const PARTLY_NOTE = '单位应报未报或没有报全，数字只含已收到的文件';

/** Cases counted apart, beside the figure that leaves them out: 「N 件…」. */
export const UNDATED = '期限落在未公布节假日的年度，未计';

/** 3 件期限落在未公布节假日的年度，未计. @param unit 份 for submissions */
export const undatedText = (count: number, unit = '件'): string => `${countText(count)} ${unit}${UNDATED}`;

/**
 * A rate as the interface prints it: two decimals, never rounded up to 100 % or down to 0 %
 * (a printed 100 % means every case).
 * @param value fraction 0…1, null for no case
 */
export function rateText(value: number | null): string {
  if (value === null) return NO_CASE;
  const text = (Math.round(value * 10_000 + 1e-7) / 100).toFixed(2);
  if (text === '100.00' && value < 1) return '99.99%';
  if (text === '0.00' && value > 0) return '0.01%';
  return `${text}%`;
}

/** Working days, at most two decimals. */
export const daysText = (value: number | null): string => (value === null ? NO_CASE : `${Number(value.toFixed(2))}`);

export const scoreText = (score: number | null, decimals = 2): string =>
  score === null ? '—' : score.toFixed(decimals);

/** A change of points with its sign: −3.33, +1.11, 0.00. */
export const signedScore = (change: number, decimals: number): string =>
  `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change).toFixed(decimals)}`;

/** 12,345. */
export const countText = (n: number): string => n.toLocaleString('en-US');

/** Whatever leaves the sample says that it is one. */
export const SAMPLE_MARK = '示例数据（非真实）';

/** 示例数据（非真实）_2017年度_西宁市_评分表_截止2018-01-10: name of a file that leaves the page, without its ending. */
export const exportName = (sample: boolean, ...parts: readonly (string | null)[]): string =>
  [sample ? SAMPLE_MARK : null, ...parts].filter((part) => part).join('_');
