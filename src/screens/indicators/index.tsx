import { FundProjectionScreenOutlined } from '@ant-design/icons';
import type { Screen } from '../../ui/screen';

/** 指标: one indicator, its definition, its deadlines, its SQL, and all areas compared. */
export const indicators: Screen = {
  id: 'indicators',
  title: '指标',
  icon: <FundProjectionScreenOutlined />,
  load: () => import('./IndicatorsScreen'),
};
