import { FileSearchOutlined } from '@ant-design/icons';
import type { Screen } from '../../ui/screen';

/** 案件: the rows behind any number. */
export const cases: Screen = {
  id: 'cases',
  title: '案件',
  icon: <FileSearchOutlined />,
  load: () => import('./CasesScreen'),
};
