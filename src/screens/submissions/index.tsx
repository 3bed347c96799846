import { InboxOutlined } from '@ant-design/icons';
import type { Screen } from '../../ui/screen';

/** 报送: files in, the register, their problems, and the workspace as a whole. */
export const submissions: Screen = {
  id: 'submissions',
  title: '报送',
  icon: <InboxOutlined />,
  load: () => import('./SubmissionsScreen'),
};
