import { endOf } from '../eras';
import { historyFaults } from '../history';
import type { Profile } from '../profile';
import { foldName } from '../text';
import { wordsOf } from '../units';
import { repeated, texts, unlisted } from './claims';

export function regionFaults({ regions, units: of }: Profile): string[] {
  const { referenceMonth, province, prefectures, counties } = regions;
  const words = wordsOf(of);
  const named = prefectures.map((unit, i) => ({ path: `prefectures.${i}`, unit }));
  const units = [
    { path: 'province', unit: { ...province, history: undefined } },
    ...named,
    ...counties.map((unit, i) => ({ path: `counties.${i}`, unit })),
  ];
  const codes = units.map(({ path, unit }) => ({ path: `${path}.code`, text: unit.code, of: path }));
  const otherYears = units.flatMap(({ path, unit }) =>
    (unit.history ?? []).map((h, i) => ({
      path: `${path}.history.${i}.code`,
      text: h.code,
      of: path,
    })),
  );
  // Not of counties and the province: 鼓楼区 of two prefectures, 吉林 the province and the city are told apart by what stands
  // beside them, or asked.
  const names = named.flatMap(({ path, unit }) => [
    { path: `${path}.name`, text: foldName(unit.name), of: path },
    { path: `${path}.short`, text: foldName(unit.short), of: path },
    ...texts(`${path}.aliases`, unit.aliases, path),
  ]);
  const tiles = [
    ...counties.map(({ tile }, i) => ({ path: `counties.${i}.tile`, tile })),
    ...prefectures.map(({ tile }, i) => ({ path: `prefectures.${i}.tile`, tile })),
  ].flatMap(({ path, tile }) => (tile ? [{ path, text: `${tile.row},${tile.column}` }] : []));
  const listed = new Set(prefectures.map((x) => x.code));
  const parted = new Set(counties.map((c) => c.prefecture));
  return [
    ...repeated('regions', '代码', [...codes, ...otherYears]),
    ...repeated('regions', '名称', names),
    ...repeated('regions', '方格位置', tiles),
    ...units.flatMap(({ path, unit }) =>
      historyFaults(unit, referenceMonth).map((f) => `regions.json → ${path}.${f.path}：${f.message}`),
    ),
    ...counties.flatMap((c, i) => {
      const into = counties.filter((o) => o.history?.some((h) => h.mergedWith?.includes(c.code)));
      const others = into.filter((o) => o !== c && o.prefecture === c.prefecture);
      return endOf(c) === null || (into.length === 1 && others.length === 1)
        ? []
        : [
            `regions.json → counties.${i}.history：${c.name} 已撤销，须有且只有同一市州的一个单位在沿革中以 mergedWith 写明并入`,
          ];
    }),
    ...counties.flatMap((c, i) =>
      listed.has(c.prefecture) ? [] : [unlisted('regions', `counties.${i}.prefecture`, words.prefecture, c.prefecture)],
    ),
    // A map without some of the smallest areas would look whole.
    ...prefectures.flatMap(({ code, name, tile }, i) =>
      (tile === undefined) === parted.has(code)
        ? []
        : [
            `regions.json → prefectures.${i}.tile：${name}${tile ? '有下级地区，不应写方格位置' : '没有下级地区，须写方格位置'}`,
          ],
    ),
    ...((words.county === null) === (counties.length === 0)
      ? []
      : [
          `units.json → levels.county：${words.county ? 'regions.json 没有下级地区，须为 null' : 'regions.json 有下级地区，须写名称'}`,
        ]),
  ];
}
