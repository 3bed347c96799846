import { Button, Select } from 'antd';
import type { LedgerId } from '../../domain/ledgers';
import { reportingUnits } from '../../domain/office';
import type { RegisterEntry, ReportingState } from '../../domain/register';
import { ledgersOf } from '../../domain/reporting';
import { REPORTING_STATES } from '../../domain/reportingStates';
import { useOffice, useView } from '../../ui/data';
import { useScreenSearch, useSetSearch } from '../../ui/navigation';
import { allQuarters, stateCounts } from './grid';
import { isOf } from './isOf';
import { RegisterExport } from './RegisterExport';

const STATES = Object.keys(REPORTING_STATES) as ReportingState[];

/** How many of each state there are; which of them, and whose, are to stand out. */
export function RegisterFilters({ entries }: { entries: RegisterEntry[] }) {
  const office = useOffice();
  const view = useView();
  const { state, unit, group, ledger, rate, all } = useScreenSearch('submissions');
  const setSearch = useSetSearch('submissions');
  const counts = stateCounts(
    entries.filter((e) => isOf(e, { unit, group, ledger })),
    all ? allQuarters(entries) : view.quarters,
  );
  const units = reportingUnits(office);
  const options = office.groups.map(({ id, name }) => ({
    label: name,
    options: units.filter((u) => u.group === id).map((u) => ({ value: u.id, label: u.name })),
  }));
  return (
    <div className="kp-filters">
      <span>{all ? `到 ${view.asOf} 的各期` : view.name}：</span>
      {STATES.map((s) => (
        <button
          key={s}
          type="button"
          aria-pressed={state === s}
          className={`kp-state-chip kp-report-${s}`}
          onClick={() => setSearch({ state: state === s ? undefined : s })}
        >
          <span aria-hidden="true">{REPORTING_STATES[s].mark}</span> {REPORTING_STATES[s].name} {counts[s]} 份
        </button>
      ))}
      <span className="kp-filters kp-no-print">
        <Select
          size="small"
          aria-label="报送单位"
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="全部单位"
          className="kp-filter-unit"
          value={unit ?? null}
          options={options}
          onChange={(chosen?: string) => setSearch({ unit: chosen })}
        />
        <Select
          size="small"
          aria-label="台账"
          allowClear
          placeholder="全部台账"
          className="kp-filter-ledger"
          value={ledger ?? null}
          options={ledgersOf(office.profile.reporting).map((id) => ({
            value: id,
            label: office.catalogue.ledger(id).name,
          }))}
          onChange={(chosen?: LedgerId) => setSearch({ ledger: chosen })}
        />
        <RegisterExport />
        {(state || unit || group || ledger || rate || all) && (
          <Button size="small" type="link" onClick={() => setSearch(NO_FILTER)}>
            清除筛选
          </Button>
        )}
      </span>
    </div>
  );
}

const NO_FILTER = {
  state: undefined,
  unit: undefined,
  group: undefined,
  ledger: undefined,
  rate: undefined,
  all: undefined,
};
