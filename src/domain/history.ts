import { holdsIn, latestOf } from './eras';
import type { Profile } from './profile';

/** A prefecture or county with its codes and names of other years. */
type Unit = Pick<Profile['regions']['prefectures'][number], 'code' | 'name' | 'history'>;

/** A code and name that a unit bears in other years than the one looked at; or its code of that year, where that is not its key. */
export interface OtherName {
  code: string;
  name: string;
  /** What differs and when, in the interface's words: 曾用代码 630221、名称 平安县（2013-02 至 2015-02）. */
  words: string;
}

/** The name of a unit in some months, the last in which it was there; the profile's where these say nothing. */
export const nameIn = ({ name, history = [] }: Unit, months: readonly string[]): string =>
  latestOf(history, months)?.name ?? name;

/**
 * The codes and names of a unit that are not those it is shown by, in their order.
 * @param referenceMonth of the names shown, `2017-09`: what ended by then was used before, what begins after it is used later
 */
export function otherNames(unit: Unit, referenceMonth: string): OtherName[] {
  return (unit.history ?? []).flatMap((era) => {
    const { code, name, from, to } = era;
    const differing = [code !== unit.code && `代码 ${code}`, name !== unit.name && `名称 ${name}`].filter(Boolean);
    if (differing.length === 0) return [];
    const when = holdsIn(era, referenceMonth) ? '现用' : to !== null && to <= referenceMonth ? '曾用' : '后用';
    const months = from === null ? `${to} 前` : to === null ? `${from} 起` : `${from} 至 ${to}`;
    return [{ code, name, words: `${when}${differing.join('、')}（${months}）` }];
  });
}

/** All other codes and names of a unit in one sentence; empty where there are none. */
export const otherNamesText = (unit: Unit, referenceMonth: string): string =>
  otherNames(unit, referenceMonth)
    .map((other) => other.words)
    .join('；');

/**
 * Where a unit's history contradicts itself or the unit. A month in `to` is the first in which the entry is no longer in
 * force, so that it may be the next one's `from`.
 * @returns the path within the unit, and what is wrong there
 */
export function historyFaults(unit: Unit, referenceMonth: string): { path: string; message: string }[] {
  return (unit.history ?? []).flatMap((era, i, history) => {
    const { code, name, from, to } = era;
    const last = history[i - 1];
    const inForce = holdsIn(era, referenceMonth);
    return [
      from !== null && to !== null && from >= to
        ? { path: `history.${i}.from`, message: `起始月 ${from} 不早于终止月 ${to}` }
        : [],
      last && (last.to === null || from === null || from < last.to)
        ? {
            path: `history.${i}.from`,
            message: `沿革须由早到晚排列、互不重叠：起始月 ${from ?? '未写'}，上一条到 ${last.to ?? '今'}`,
          }
        : [],
      inForce && (code !== unit.code || name !== unit.name)
        ? {
            path: `history.${i}`,
            message: `基准月 ${referenceMonth} 的代码、名称为 ${code} ${name}，与本单位的 ${unit.code} ${unit.name} 不符`,
          }
        : [],
    ].flat();
  });
}
