import { ApartmentOutlined, EnvironmentOutlined } from '@ant-design/icons';
import type { Screen } from '../../ui/screen';

const screens = () => import('./UnitsScreen');

/** 市州: the prefectures by rank, and one prefecture's score from its items down to its cases. */
export const prefectures: Screen = {
  id: 'prefectures',
  title: '市州',
  icon: <EnvironmentOutlined />,
  load: () => screens().then((m) => ({ default: m.PrefecturesScreen })),
};

/** 部门: the second list, assessed by its own items and never mixed with the prefectures. */
export const departments: Screen = {
  id: 'departments',
  title: '部门',
  icon: <ApartmentOutlined />,
  load: () => screens().then((m) => ({ default: m.DepartmentsScreen })),
};
