import { AppstoreOutlined } from '@ant-design/icons';
import type { Office } from '../../domain/office';
import type { Screen } from '../../ui/screen';

/** 片区: the zones side by side, their counties and overlaps, and the tile map; without zones the map alone. */
export const zones = ({ profile }: Office): Screen => ({
  id: 'zones',
  title: profile.zones.zones.length ? '片区' : '地图',
  icon: <AppstoreOutlined />,
  load: () => import('./ZonesScreen'),
});
