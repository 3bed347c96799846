import type { Group } from '../../domain/scheme';

/** The two lists of assessed units and how the interface speaks of them; they are never mixed. */
export const UNITS = {
  prefectures: { level: 'prefecture', screen: 'prefectures', noun: '市州' },
  departments: { level: 'department', screen: 'departments', noun: '部门' },
} as const satisfies Record<Group, { level: 'prefecture' | 'department'; screen: Group; noun: string }>;

/** One assessed unit as the parts of its page take it. */
export interface UnitRef {
  group: Group;
  /** A prefecture's code or a department's id. */
  id: string;
  name: string;
}
