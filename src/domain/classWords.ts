import type { Classified } from './classesOf';
import { type Field, fieldLabel } from './ledgers';
import type { NoClass, TaxonomyList } from './taxonomies';

/** What a row without a class is called, where classes are listed. */
export const NO_CLASS_NAMES: Record<NoClass, string> = {
  unlisted: '其他（未列入重点）',
  unconfirmed: '需确认',
  blank: '未填',
};

/** 互联网、文化娱乐; 其他（未列入重点）. */
export function classWords({ blank, classes, toConfirm }: Classified): string {
  if (blank) return NO_CLASS_NAMES.blank;
  const names = (of: typeof classes) => of.map((c) => c.name).join('、');
  return (
    [
      ...(classes.length ? [names(classes)] : []),
      ...(toConfirm.length ? [`${NO_CLASS_NAMES.unconfirmed}（可能是${names(toConfirm)}）`] : []),
    ].join('；') || NO_CLASS_NAMES.unlisted
  );
}

/** Head of a column of classes: no one may take it for what the file says. */
export const classLabel = (field: Field): string => `${fieldLabel(field)}（按清单归类）`;

/** Where a list comes from, and how sure that is. */
export const listSource = ({ source, confidence, note }: TaxonomyList): string =>
  `${source}；可信程度：${confidence}${note ? `；${note}` : ''}`;
