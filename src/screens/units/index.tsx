import { ApartmentOutlined, BankOutlined, EnvironmentOutlined } from '@ant-design/icons';
import type { Office } from '../../domain/office';
import { unitsScreen } from '../../ui/address';
import type { Screen } from '../../ui/screen';

const screens = () => import('./UnitsScreen');

/** 市州, 部门: for each group its units by rank, and one unit's score from its items down to its cases. */
export const units = ({ groups }: Office): Screen[] =>
  groups.map(({ id, name, units }) => ({
    id: unitsScreen(id),
    title: name,
    icon: ICONS[typeof units === 'string' ? units : 'list'],
    load: () => screens().then(({ UnitsScreen }) => ({ default: () => <UnitsScreen groupId={id} /> })),
  }));

const ICONS = { regions: <EnvironmentOutlined />, departments: <ApartmentOutlined />, list: <BankOutlined /> };
