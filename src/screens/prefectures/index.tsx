import { EnvironmentOutlined } from '@ant-design/icons';
import type { Screen } from '../../ui/screen';

/** 市州: the prefectures by rank, and one prefecture's score from its items down to its cases. */
export const prefectures: Screen = {
  id: 'prefectures',
  title: '市州',
  icon: <EnvironmentOutlined />,
  load: () => import('./PrefecturesScreen'),
};
