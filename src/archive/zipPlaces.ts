import { type Office, unitName } from '../domain/office';
import { periodShortName } from '../domain/period';
import { safeFileName } from '../domain/safeFileName';
import type { Submission } from '../domain/submission';

/** Folder of the originals. */
const ORIGINALS = '原文件';

/** Where an original without a name lies. */
export const unnamedPlace = (sha256: string): string => `${ORIGINALS}/归属不明/${sha256}`;

/**
 * Where each submission's original lies in an exported zip, by its id: 原文件/2017Q3_三季度/西宁市/ and its name as it came, made
 * safe for every system. Of files of one name (upper and lower case are one on Windows) that differ, the later ones lie in
 * a folder 同名第2份: the name stays, as unit, period and version are read from it.
 */
export function placesOf(office: Office, submissions: readonly Submission[]): Map<number, string> {
  const places = new Map<number, string>();
  const taken = new Map<string, string>();
  for (const s of [...submissions].sort((a, b) => a.id - b.id)) {
    const folder = [
      ORIGINALS,
      safeFileName(`${s.period}_${periodShortName(s.period)}`),
      safeFileName(unitName(office, s.unit)),
    ].join('/');
    const name = safeFileName(s.file.split('/').at(-1) ?? '', '未命名');
    for (let nth = 1; !places.has(s.id); nth++) {
      const place = nth === 1 ? `${folder}/${name}` : `${folder}/同名第${nth}份/${name}`;
      const held = taken.get(place.toLowerCase());
      if (held !== undefined && held !== `${s.sha256} ${place}`) continue;
      taken.set(place.toLowerCase(), `${s.sha256} ${place}`);
      places.set(s.id, place);
    }
  }
  return places;
}
