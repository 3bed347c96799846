import type { Fault } from '../catalogue/fault';
import { endOf } from '../eras';
import { historyFaults } from '../history';
import type { Profile } from '../profile';
import { foldName } from '../text';
import { ids, repeated, texts, unlisted } from './claims';

export function departmentFaults({ departments: { departments, channels, referenceMonth } }: Profile): string[] {
  // As `Departments` compares them: id, name, office and aliases are one list of names.
  const names = departments.flatMap((d, i) => {
    const path = `departments.${i}`;
    const one = (key: 'id' | 'name' | 'office') => ({
      path: `${path}.${key}`,
      text: foldName(d[key]).toLowerCase(),
      of: path,
    });
    const others = (d.history ?? []).flatMap(({ name, office }, j) => [
      { path: `${path}.history.${j}.name`, text: foldName(name).toLowerCase(), of: path },
      { path: `${path}.history.${j}.office`, text: foldName(office).toLowerCase(), of: path },
    ]);
    return [one('id'), one('name'), one('office'), ...texts(`${path}.aliases`, d.aliases, path), ...others];
  });
  const listed = new Set(departments.map((d) => d.id));
  return [
    ...repeated('departments', '名称或 id', names),
    ...departments.flatMap((d, i) =>
      [
        ...historyFaults({ code: d.id, ...d, history: d.history?.map((h) => ({ ...h, code: d.id })) }, referenceMonth),
        ...succession(d, (id) => listed.has(id) && !followers(departments, id).includes(d.id)),
      ].map((f) => `departments.json → departments.${i}.${f.path}：${f.message}`),
    ),
    ...repeated('departments', 'id', ids('channels', channels)),
    ...channels.flatMap((c, i) =>
      listed.has(c.department) ? [] : [unlisted('departments', `channels.${i}.department`, '部门', c.department)],
    ),
  ];
}

/** A department and those that come after it, each once. */
function followers(departments: Profile['departments']['departments'], id: string): string[] {
  const found = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !found.has(at); ) {
    found.add(at);
    at = departments.find((d) => d.id === at)?.successor;
  }
  return [...found];
}

/** What is there no longer must count somewhere, or its cases would stand in no list. */
function succession(
  unit: { successor?: string | undefined } & Parameters<typeof endOf>[0],
  isOther: (key: string) => boolean,
): Fault[] {
  const ends = endOf(unit) !== null;
  if (!ends && unit.successor !== undefined)
    return [{ path: 'successor', message: '仍在的单位不能有 successor，请写明撤销的月份（history 最后一条的 to）' }];
  if (ends && (unit.successor === undefined || !isOther(unit.successor)))
    return [{ path: 'successor', message: `撤销的单位须写明其后计入哪个单位：${unit.successor ?? '未写'}` }];
  return [];
}
