import type { County, Profile } from './profile';
import { foldName } from './text';

/** Where a case stands: a county, or 市州本级 (prefecture only), or 省本级 (province only). */
export interface Place {
  /** The county's, prefecture's or province's code in the profile's reference month. */
  code: string;
  level: 'county' | 'prefecture' | 'province';
  prefecture: string | null;
  name: string;
}

/** What a text in a county column stands for. */
export interface PlaceMatch {
  place: Place;
  /** `merged`: the name or code is of a later unit made of several (茫崖市). `county_first`: also a prefecture's short name. */
  caution?: 'merged' | 'county_first';
}

const MINORITIES = /(?:蒙古族藏族|回族土族|撒拉族|蒙古族|藏族|回族|土族|哈萨克族)+/g;

/** Every way a county's name is written: 大通回族土族自治县, 大通县, 大通; 大柴旦行政委员会, 大柴旦行委. */
function countySpellings(name: string): string[] {
  const plain = name.replace(MINORITIES, '').replace('自治县', '县');
  const spellings = [name, plain];
  if (plain.endsWith('行政委员会')) {
    const stem = plain.replace('行政委员会', '');
    spellings.push(`${stem}行委`, `${stem}工行委`, stem);
  } else if (/[县区市]$/.test(plain) && plain.length > 2) {
    spellings.push(plain.slice(0, -1));
  }
  return spellings;
}

function prefectureSpellings(name: string): string[] {
  const plain = name.replace(MINORITIES, '').replace('自治州', '州');
  return [name, plain, plain.replace(/(州|市|地区)$/, '')];
}

/**
 * Regions of a profile, found by code or name of any year.
 * A unit keeps one code, that of the profile's reference month, whatever its code and name were in other years.
 */
export class Regions {
  readonly province: Place;
  readonly prefectures: readonly Place[];
  readonly counties: readonly (Place & { county: County })[];
  private readonly byCode = new Map<string, Place>();
  private readonly countyTexts = new Map<string, PlaceMatch>();
  private readonly higherTexts = new Map<string, PlaceMatch>();

  constructor(regions: Profile['regions']) {
    const { province } = regions;
    this.province = { code: province.code, level: 'province', prefecture: null, name: province.name };
    this.byCode.set(province.code, this.province);
    for (const t of [province.code, province.name, province.short, ...province.aliases])
      this.higherTexts.set(foldName(t), { place: this.province });

    this.prefectures = regions.prefectures.map((p) => {
      const place: Place = { code: p.code, level: 'prefecture', prefecture: p.code, name: p.name };
      this.byCode.set(p.code, place);
      const names = [
        { code: p.code, name: p.name },
        ...(p.history ?? []),
        ...[p.short, ...p.aliases].map((name) => ({ code: p.code, name })),
      ];
      for (const { code, name } of names)
        for (const t of [code, ...prefectureSpellings(name), `${name}本级`, `${p.short}本级`])
          this.higherTexts.set(foldName(t), { place });
      return place;
    });

    this.counties = regions.counties.map((county) => {
      const place: Place = { code: county.code, level: 'county', prefecture: county.prefecture, name: county.name };
      this.byCode.set(county.code, place);
      const names: { code: string; name: string; mergedWith?: string[] | undefined }[] = [
        { code: county.code, name: county.name },
        { code: county.code, name: county.short },
        ...(county.history ?? []),
      ];
      for (const { code, name, mergedWith } of names)
        for (const t of [code, ...countySpellings(name)]) this.addCounty(t, place, mergedWith !== undefined);
      return { ...place, county };
    });
  }

  private addCounty(text: string, place: Place, merged: boolean) {
    const key = foldName(text);
    if (this.countyTexts.has(key)) return;
    const caution = merged ? 'merged' : this.higherTexts.has(key) ? 'county_first' : undefined;
    this.countyTexts.set(key, { place, ...(caution && { caution }) });
  }

  /** The place with this code of the reference month. @throws RangeError when there is none */
  place(code: string): Place {
    const found = this.byCode.get(code);
    if (!found) throw new RangeError(`unknown region code: ${code}`);
    return found;
  }

  /** Reads a county column: code or name, full or short, of any year, also with 青海省 or the prefecture before it. */
  match(text: string): PlaceMatch | undefined {
    const key = foldName(text).replace(/\.0+$/, '');
    const found = this.countyTexts.get(key) ?? this.higherTexts.get(key);
    if (found) return found;
    const withoutProvince = key.startsWith(this.province.name) ? key.slice(this.province.name.length) : key;
    if (withoutProvince && withoutProvince !== key) return this.match(withoutProvince);
    for (const [name, { place }] of this.higherTexts) {
      if (place.level !== 'prefecture' || !key.startsWith(name) || key.length === name.length) continue;
      const inner = this.countyTexts.get(key.slice(name.length));
      if (inner && inner.place.prefecture === place.code)
        return inner.caution === 'merged' ? inner : { place: inner.place };
    }
    return undefined;
  }

  /** Reads the unit of a file name: a prefecture by code or name of any year. */
  matchPrefecture(text: string): Place | undefined {
    const found = this.higherTexts.get(foldName(text))?.place;
    return found?.level === 'prefecture' ? found : undefined;
  }
}
