import { Button, Select } from 'antd';
import { LEDGERS, type LedgerId } from '../../domain/ledgers';
import { reportingUnits } from '../../domain/office';
import { type Period, periodName } from '../../domain/period';
import { useOffice, useView } from '../../ui/data';
import { reportingPeriods } from './periods';
import { type IntakeQueue, keyOfItem, type QueueItem } from './queue';

const PARTS = { unit: '单位', period: '报送期', ledger: '台账' } as const;

/** Asks what the name of a file does not say, or says in several ways, with what it says. Nothing is chosen beforehand: a guess would pass for an answer. */
export function AskParts({ item, queue }: { item: QueueItem; queue: IntakeQueue }) {
  const office = useOffice();
  const { year } = useView();
  const { named, declared } = item;
  const units = reportingUnits(office);
  const inGroup = (group: 'prefectures' | 'departments') =>
    units.filter((u) => u.group === group).map((u) => ({ value: u.id, label: u.name }));
  const key = keyOfItem(item);
  const found = (['unit', 'period', 'ledger'] as const).filter(
    (part) => named[part] === null && named.readings[part].length > 0,
  );
  const whole = key.unit && key.period && key.ledger;
  return (
    <fieldset className="kp-ask">
      <legend className="kp-hidden">{item.path} 的文件名没有写明的内容</legend>
      {found.map((part) => (
        <span key={part} className="kp-ask-found">
          文件名中的{PARTS[part]}有{named.readings[part].map((reading) => `「${reading}」`).join('')}，请选定
        </span>
      ))}
      {named.unit === null && (
        <Select
          size="small"
          aria-label="报送单位"
          placeholder="报送单位"
          className="kp-ask-unit"
          showSearch={{ optionFilterProp: 'label' }}
          value={declared.unit ?? null}
          options={[
            { label: '市州', options: inGroup('prefectures') },
            { label: '部门', options: inGroup('departments') },
          ]}
          onChange={(unit: string) => queue.declare(item.id, { unit })}
        />
      )}
      {named.period === null && (
        <Select
          size="small"
          aria-label="报送期"
          placeholder="报送期"
          className="kp-ask-period"
          value={declared.period ?? null}
          options={reportingPeriods(office, year).map((p) => ({ value: p, label: periodName(p) }))}
          onChange={(period: Period) => queue.declare(item.id, { period })}
        />
      )}
      {named.ledger === null && (
        <Select
          size="small"
          aria-label="台账"
          placeholder="台账"
          className="kp-ask-ledger"
          value={declared.ledger ?? null}
          options={office.profile.reporting.ledgers.map((id) => ({ value: id, label: LEDGERS[id].name }))}
          onChange={(ledger: LedgerId) => queue.declare(item.id, { ledger })}
        />
      )}
      <Button size="small" type="primary" disabled={!whole} onClick={() => queue.confirm(item.id)}>
        接收
      </Button>
    </fieldset>
  );
}
