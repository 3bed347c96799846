import type { Day } from './day';
import { existsIn } from './eras';
import { nameIn } from './history';
import type { Place, PlaceMatch, Prefecture, SmallArea } from './place';
import { countySpellings, prefectureSpellings } from './placeNames';
import type { County, Profile } from './profile';
import { foldName } from './text';
import { isOwnPlace, listedUnits, type Words, wordsOf } from './units';

/** One place that bears a spelling. */
interface Bearer {
  place: Place;
  /** The spelling is its code or full name in the reference month. */
  official: boolean;
  /** The month from which a unit made of several bears it; null: none of several. */
  mergedFrom: string | null;
}

/**
 * Regions of a profile, found by code or name of any year.
 * A unit keeps one code, that of the profile's reference month, whatever its code and name were in other years.
 */
export class Regions {
  readonly province: Place;
  readonly prefectures: readonly Prefecture[];
  readonly counties: readonly (Place & { county: County })[];
  /** The counties, and the prefectures that have none: what map and zones are made of. */
  readonly smallest: readonly SmallArea[];
  private readonly words: Pick<Words, 'own' | 'prefecture'>;
  private readonly byCode = new Map<string, Place>();
  /** Folded spelling → every place that bears it. */
  private readonly bearers = new Map<string, Bearer[]>();
  /** Names that several counties bear. */
  private readonly sharedNames: ReadonlySet<string>;
  private readonly provincePrefixes: readonly string[];

  /** @param months of the years looked at: by their names, and those of them alone are listed; left out: all, as the profile names them */
  constructor({ regions, units }: Pick<Profile, 'regions' | 'units'>, months: readonly string[] = []) {
    const { province } = regions;
    this.words = wordsOf(units);
    this.province = { code: province.code, level: 'province', prefecture: null, name: province.name };
    this.byCode.set(province.code, this.province);
    for (const t of [province.code, province.name]) this.add(t, this.province, true);
    for (const t of [province.short, ...province.aliases]) this.add(t, this.province, false);
    this.provincePrefixes = [province.name, province.short].map(foldName).filter(Boolean);

    const parted = new Set(regions.counties.map((c) => c.prefecture));
    const listed = listedUnits(units)
      .filter(isOwnPlace)
      .map(({ id, ...unit }) => ({ ...unit, code: id, history: undefined, readings: undefined }));
    this.prefectures = [...regions.prefectures, ...listed].map((p) => {
      const place: Prefecture = {
        ...{ code: p.code, level: 'prefecture', prefecture: p.code, name: nameIn(p, months) },
        ...{ short: p.short, aliases: p.aliases, readings: p.readings, history: p.history },
        coded: !isOwnPlace({ id: p.code }),
        parted: parted.has(p.code),
      };
      this.byCode.set(p.code, place);
      for (const t of [p.code, p.name]) this.add(t, place, true);
      const names = [p.name, p.short, ...p.aliases, ...(p.history ?? []).map((h) => h.name)];
      for (const name of names)
        for (const t of [...prefectureSpellings(name), ...(place.parted ? [] : countySpellings(name)), `${name}本级`])
          this.add(t, place, false);
      for (const h of p.history ?? []) this.add(h.code, place, false);
      return place;
    });

    const counties = regions.counties.map((county) => {
      const name = nameIn(county, months);
      const place: Place = { code: county.code, level: 'county', prefecture: county.prefecture, name };
      this.byCode.set(county.code, place);
      for (const t of [county.code, county.name]) this.add(t, place, true);
      for (const name of [county.name, county.short, ...(county.aliases ?? [])])
        for (const t of countySpellings(name)) this.add(t, place, false);
      for (const { code, name, from, mergedWith } of county.history ?? [])
        for (const t of [code, ...countySpellings(name)]) this.add(t, place, false, mergedWith ? from : null);
      return { ...place, county };
    });
    this.counties = counties.filter(({ county }) => months.length === 0 || existsIn(county, months));
    this.smallest = [
      ...this.counties.map(({ county, ...place }) => ({
        ...place,
        level: 'county' as const,
        ...{ short: county.short, tile: county.tile, history: county.history },
      })),
      ...this.prefectures.flatMap(({ parted, code, ...place }) => {
        const tile = parted ? undefined : regions.prefectures.find((p) => p.code === code)?.tile;
        return tile ? [{ ...place, code, level: 'prefecture' as const, tile }] : [];
      }),
    ];
    const names = this.counties.map((c) => c.name);
    this.sharedNames = new Set(names.filter((n, i) => names.indexOf(n) !== i));
  }

  private add(text: string, place: Place, official: boolean, mergedFrom: string | null = null) {
    const key = foldName(text);
    const bearers = this.bearers.get(key) ?? [];
    // The first spelling of a place is the strongest: official before short, short before former.
    if (bearers.some((b) => b.place === place)) return;
    this.bearers.set(key, [...bearers, { place, official, mergedFrom }]);
  }

  /** The place with this code of the reference month. @throws RangeError when there is none */
  place(code: string): Place {
    const found = this.byCode.get(code);
    if (!found) throw new RangeError(`unknown region code: ${code}`);
    return found;
  }

  /** Whether an area's own code stands for a rest of it beside its parts: 省本级, 市州本级; not that of a district without counties. */
  isParted(code: string): boolean {
    return code === this.province.code || this.prefectures.some((p) => p.code === code && p.parted);
  }

  /** The name that tells a place from all others: 南京市鼓楼区; of the province, or a prefecture with counties, 海南藏族自治州本级. */
  fullName(place: Place): string {
    if (place.level !== 'county') return this.isParted(place.code) ? `${place.name}本级` : place.name;
    return `${place.prefecture ? this.place(place.prefecture).name : ''}${place.name}`;
  }

  /** The name where places of many prefectures stand in one list: of a county that shares its name the full one. */
  listName(place: Place): string {
    return place.level === 'county' && this.sharedNames.has(place.name) ? this.fullName(place) : place.name;
  }

  /** The place of a case by its code, as lists of cases name it: 共和县, 海南藏族自治州本级, 省本级; an unknown code stands as it is. */
  caseName(code: string): string {
    const place = this.byCode.get(code);
    if (!place) return code;
    if (place.level === 'province') return this.words.own;
    return place.level === 'county' ? this.listName(place) : this.fullName(place);
  }

  /**
   * Reads a county column: code or name, full or short, of any year, also with the province, the prefecture or both
   * before it. Of several that bear the name the one of the submission's unit is meant.
   * @param unit code of the prefecture that submits; null for a department, whose cases may lie anywhere
   * @param on last day of the period that is told of: a unit made of several is no question once it is there
   */
  match(text: string, unit: string | null = null, on: Day | null = null): PlaceMatch | undefined {
    const key = foldName(text).replace(/\.0+$/, '');
    const bearing = this.bearing(key);
    // A code of today is no one else's, whoever had it in former years.
    const coded = /^\d+$/.test(key) ? bearing.filter((b) => b.official) : [];
    const all = coded.length ? coded : bearing;
    const ofUnit = all.filter((b) => unit !== null && b.place.prefecture === unit);
    const near = ofUnit.length ? ofUnit : all;
    const counties = near.filter((b) => b.place.level === 'county');
    const higher = near.filter((b) => b.place.level !== 'county');
    const both = counties.length > 0 && higher.length > 0;
    const higherMeant = higher.some((b) => b.official) && !counties.some((b) => b.official);
    const [first, ...others] = counties.length === 0 || higherMeant ? higher : counties;
    if (!first) return undefined;
    if (others.length) return { ambiguous: near.map((b) => b.place) };
    const early = first.mergedFrom !== null && (on === null || on < first.mergedFrom);
    const caution = early ? 'merged' : both ? 'shared' : undefined;
    return { place: first.place, ...(caution && { caution }) };
  }

  /** The places that a folded text may stand for, as it is, or behind the names of those it lies in. */
  private bearing(key: string): readonly Bearer[] {
    const found = this.bearers.get(key);
    if (found) return found;
    const behind: Bearer[] = [];
    for (const prefix of this.provincePrefixes)
      if (key.startsWith(prefix) && key.length > prefix.length) behind.push(...this.bearing(key.slice(prefix.length)));
    for (const [prefix, bearers] of this.bearers) {
      if (!key.startsWith(prefix)) continue;
      const inner = this.bearers.get(key.slice(prefix.length)) ?? [];
      for (const { place } of bearers)
        if (place.level === 'prefecture')
          behind.push(...inner.filter((b) => b.place.level === 'county' && b.place.prefecture === place.code));
    }
    return behind.filter((b, i) => behind.findIndex((other) => other.place === b.place) === i);
  }

  /** The prefectures that a text names, by code or name of any year; more than one where they share it. */
  prefecturesNamed(text: string): Place[] {
    return this.bearing(foldName(text))
      .map((b) => b.place)
      .filter((p) => p.level === 'prefecture');
  }

  /** The prefectures and counties whose names, of three characters or more, stand somewhere in a text. */
  standingIn(text: string): Place[] {
    const key = foldName(text);
    const found = [...this.bearers].filter(([name]) => name.length > 2 && !/^\d/.test(name) && key.includes(name));
    return [...new Set(found.flatMap(([, bearers]) => bearers.map((b) => b.place)))].filter(
      (p) => p.level !== 'province',
    );
  }

  /**
   * The places that a word which is searched for stands for: those of whose names, full or short, of any year, it is a part,
   * or which it names with the names before them (南京市鼓楼区); a prefecture's name stands for its counties too. Behind
   * 本级 stands only what carries the own code: 省本级 the province, 海北州本级 the prefecture, 本级 all of them.
   */
  searched(word: string): Place[] {
    const key = foldName(word).toLowerCase();
    if (key.endsWith('本级')) return this.ownSearched(key.slice(0, -'本级'.length));
    // A single character says too little for names that are seldom written (工: 大柴旦工行委).
    const named = new Set(
      this.named(key, (name, official) => (official || key.length > 1) && !name.endsWith('本级') && name.includes(key)),
    );
    return [...this.counties, ...this.prefectures, this.province].filter(
      ({ code, prefecture }) => named.has(code) || (prefecture !== null && named.has(prefecture)),
    );
  }

  /** @param key what stands before 本级 */
  private ownSearched(key: string): Place[] {
    const parted = this.prefectures.filter((p) => p.parted);
    if (`${key}本级` === this.words.own) return [this.province];
    if (key === this.words.prefecture) return parted;
    const named = new Set(this.named(key, (name) => name.endsWith(key)));
    return [...parted, this.province].filter((p) => !key || named.has(p.code));
  }

  /** Codes of the places that a folded text names, or one of whose names passes; codes are no names. */
  private named(key: string, passes: (name: string, official: boolean) => boolean): string[] {
    if (!key || /^\d+$/.test(key)) return [];
    const held = [...this.bearers]
      .filter(([name]) => !/^\d+$/.test(name))
      .flatMap(([name, bearers]) => bearers.filter((b) => passes(name.toLowerCase(), b.official)));
    return [...held, ...this.bearing(key)].map((b) => b.place.code);
  }
}
