import { CALENDAR_FIRST, CUT_OFF_LAST } from '../domain/calendar';
import { type Day, isDay } from '../domain/day';

/** A cut-off as people type it (2018-1-10, 2018/1/10, 2018.1.10, 20180110, 2018年1月10日); null for anything else. */
export function readTypedDay(text: string): Day | null {
  const m = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/.exec(
    text.normalize('NFKC').replace(/\s/g, ''),
  );
  if (!m) return null;
  const day = `${m[1]}-${(m[2] ?? m[4] ?? '').padStart(2, '0')}-${(m[3] ?? m[5] ?? '').padStart(2, '0')}`;
  return isDay(day) && day >= CALENDAR_FIRST && day <= CUT_OFF_LAST ? day : null;
}
