import type { Indicator } from './catalogue/indicator';

/** 「无案件」 stands wherever 0/0 would. */
export const NO_CASE = '无案件';

/** What stands for 0/0 of an indicator: its own word, or that there is no case. */
export const noneText = ({ noCase }: Pick<Indicator, 'noCase'>): string => noCase ?? NO_CASE;

/** What stands where nobody has reported: nobody knows whether there are cases. */
export const NOT_REPORTED = '未报送';

/** What stands in place of a figure that is none. */
export const blankText = (of: Pick<Indicator, 'noCase'>, { unreported }: { unreported?: true | undefined }): string =>
  unreported ? NOT_REPORTED : noneText(of);

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
