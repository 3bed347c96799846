import type { Profile } from '../profile';
import { isOwnPlace } from '../units';
import { type Claim, ids, repeated, texts, unlisted } from './claims';

/** Units are told apart by their ids and names, whatever group they are of. */
export function groupFaults({
  units: { groups },
  regions: { prefectures },
  departments: { departments },
}: Profile): string[] {
  const kinds = groups.flatMap(({ units }, i) =>
    typeof units === 'string' ? [{ path: `groups.${i}.units`, text: units }] : [],
  );
  const lists = groups.flatMap(({ units }, i) =>
    typeof units === 'string' ? [] : units.map((unit, j) => ({ path: `groups.${i}.units.${j}`, unit })),
  );
  const codes = new Set(prefectures.map((p) => p.code));
  const hasRegions = kinds.some((k) => k.text === 'regions');
  // A region by another name may be called as the region is.
  const namesOf = ({ path, unit }: (typeof lists)[number]): Claim[] =>
    texts(path, [unit.id, unit.name, unit.short, ...unit.aliases], isOwnPlace(unit) ? path : unit.id);
  return [
    ...repeated('units', 'id', ids('groups', groups)),
    ...repeated(
      'units',
      '名称',
      groups.map(({ name }, i) => ({ path: `groups.${i}.name`, text: name })),
    ),
    ...repeated('units', '单位范围', kinds),
    ...lists.flatMap(({ path, unit }) =>
      isOwnPlace(unit) || codes.has(unit.id) ? [] : [unlisted('units', `${path}.id`, '代码', unit.id)],
    ),
    ...lists.flatMap(({ path, unit }) =>
      hasRegions && !isOwnPlace(unit) ? [`units.json → ${path}.id：${unit.name} 已在按地区的考核组中`] : [],
    ),
    ...repeated('units', '单位', [
      ...prefectures.flatMap((p) =>
        texts(`（regions.json）${p.name}`, [p.code, p.name, p.short, ...p.aliases], p.code),
      ),
      ...departments.flatMap((d) =>
        texts(`（departments.json）${d.name}`, [d.id, d.name, d.office, ...d.aliases], d.id),
      ),
      ...lists.flatMap(namesOf),
    ]),
    ...repeated(
      'units',
      '单位 id',
      lists.map(({ path, unit }) => ({ path: `${path}.id`, text: unit.id })),
    ),
  ];
}
