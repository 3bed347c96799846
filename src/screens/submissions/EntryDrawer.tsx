import { Drawer } from 'antd';
import { periodName, quarterOfDay, quarterPeriod } from '../../domain/period';
import type { RegisterEntry } from '../../domain/register';
import { REPORTING_STATES } from '../../domain/reportingStates';
import { compareVersions } from '../../domain/submission';
import { useOffice, useView } from '../../ui/data';
import { DUE_UNKNOWN } from './grid';
import { VersionCard } from './VersionCard';

/** One entry of the register: its deadline, and every version with what was done to it. */
export function EntryDrawer({ entry, onClose }: { entry: RegisterEntry | null; onClose: () => void }) {
  const { catalogue } = useOffice();
  const { asOf } = useView();
  return (
    <Drawer
      open={entry !== null}
      onClose={onClose}
      size={680}
      destroyOnHidden
      title={entry ? `${entry.unit.name} ${periodName(entry.period)} ${catalogue.ledger(entry.ledger).name}` : ''}
    >
      {entry && (
        <>
          <p>
            <strong>{REPORTING_STATES[entry.state].name}</strong>
            {entry.state === 'late' && `（${entry.daysLate === null ? '天数未知' : `${entry.daysLate} 个工作日`}）`}
            {entry.zero && '，零申报'}；{entry.due ? `报送期限 ${entry.due}` : DUE_UNKNOWN}，截止日 {asOf}。
            {entry.due && `应报日在${periodName(quarterPeriod(quarterOfDay(entry.due)))}，计入该季度的报送及时率。`}
          </p>
          {entry.versions.length === 0 && <p>没有收到文件。未报不等于零：零申报须报送只有表头的台账。</p>}
          {entry.state === 'unreported' && entry.versions.some((v) => !v.withdrawnAt) && (
            <p>
              已收到文件，但收到日期在数据截止日之后：到截止日为止仍是未报。如收到日期有误，请撤回后按正确的日期重新接收。
            </p>
          )}
          {[...entry.versions]
            .sort((a, b) => compareVersions(b, a))
            .map((version) => (
              <VersionCard key={version.id} version={version} />
            ))}
        </>
      )}
    </Drawer>
  );
}
