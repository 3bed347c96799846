import { type Office, unitName } from '../office';
import { periodEnd } from '../period';
import type { Place } from '../place';
import { withoutExponent } from './ids';
import type { Fault, Reading, ReadingContext } from './reading';

/** The value is the place's code. */
export interface PlaceReading extends Reading<string> {
  place: Place | null;
}

/** Reads county columns of one unit's files. */
export function placeReader(office: Office, { prefecture, period }: ReadingContext) {
  const on = period && periodEnd(period);
  const match = (text: string): PlaceReading | null => {
    const found = office.regions.match(text, prefecture, on);
    if (!found) return null;
    if ('ambiguous' in found) {
      const detail = found.ambiguous.map((p) => office.regions.fullName(p)).join('、');
      return { value: null, place: null, fault: { code: 'ambiguous_county', detail } };
    }
    const { place, caution } = found;
    const said: Fault | undefined = caution && {
      code: caution === 'merged' ? 'merged_county' : 'county_name_shared',
      detail: place.name,
    };
    const outside: Fault | undefined =
      prefecture !== null && place.prefecture !== prefecture
        ? { code: 'county_outside_unit', detail: unitName(office, prefecture) }
        : undefined;
    const [fault, also] = outside ? [outside, said] : [said];
    return { value: place.code, place, ...(fault && { fault }), ...(also && { also }) };
  };
  return {
    plain(text: string): PlaceReading | null {
      const found = match(text);
      // 632521.0 is a code that went through a spreadsheet as a number.
      return found && /^\s*\d+\.0+\s*$/.test(text) ? { ...found, repair: 'code_as_number' } : found;
    },
    /** @param text the plainest form, unwrapped */
    other(text: string): PlaceReading | null {
      const digits = /^\d{1,3},\d{3}(?:\.0+)?$/.test(text) ? text.replace(',', '') : withoutExponent(text);
      const found = digits ? match(digits) : null;
      return found && { ...found, repair: 'code_as_number' };
    },
  };
}

/** Reads department columns: a department's id for its name, an alias, or the name of an office that holds one. */
export function departmentReader({ departments }: Office) {
  const match = (text: string): Reading<string> | null => {
    const found = departments.match(text);
    if (!found) return null;
    if ('department' in found) return { value: found.department.id };
    const detail = found.ambiguous.map((d) => `「${d.name}」`).join('');
    return { value: null, fault: { code: 'ambiguous_department', detail } };
  };
  return {
    plain: match,
    other: () => null,
  };
}
