import { TrophyOutlined } from '@ant-design/icons';
import type { Screen } from '../../ui/screen';

/** 年度考核: the year at a glance. */
export const year: Screen = {
  id: 'year',
  title: '年度考核',
  icon: <TrophyOutlined />,
  load: () => import('./YearScreen'),
};
