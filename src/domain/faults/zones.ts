import type { Profile } from '../profile';
import { wordsOf } from '../units';
import { ids, repeated, unlisted } from './claims';

export function zoneFaults({ regions, units, zones: { zones } }: Profile): string[] {
  const { smallest } = wordsOf(units);
  const parted = new Set(regions.counties.map((c) => c.prefecture));
  const listed = new Set(
    [...regions.counties, ...regions.prefectures.filter((p) => !parted.has(p.code))].map((c) => c.code),
  );
  return [
    ...repeated('zones', 'id', ids('zones', zones)),
    ...repeated(
      'zones',
      '名称',
      zones.map(({ name }, i) => ({ path: `zones.${i}.name`, text: name })),
    ),
    ...zones.flatMap((zone, i) => {
      // Members first: a candidate that is a member as well is the one that is wrong.
      const counties = (['members', 'candidates'] as const).flatMap((list) =>
        zone[list].map(({ code }, j) => ({ path: `zones.${i}.${list}.${j}.code`, text: code })),
      );
      return [
        ...repeated('zones', smallest, counties),
        ...counties.flatMap(({ path, text }) => (listed.has(text) ? [] : [unlisted('zones', path, smallest, text)])),
      ];
    }),
  ];
}
