import { ApartmentOutlined } from '@ant-design/icons';
import type { Screen } from '../../ui/screen';

/** 部门: the second list, assessed by its own items and never mixed with the prefectures. */
export const departments: Screen = {
  id: 'departments',
  title: '部门',
  icon: <ApartmentOutlined />,
  load: () => import('./DepartmentsScreen'),
};
