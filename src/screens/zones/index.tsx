import { AppstoreOutlined } from '@ant-design/icons';
import type { Screen } from '../../ui/screen';

/** 片区: the zones side by side, their counties and overlaps, and the tile map. */
export const zones: Screen = {
  id: 'zones',
  title: '片区',
  icon: <AppstoreOutlined />,
  load: () => import('./ZonesScreen'),
};
