import { Button, Select } from 'antd';
import type { Ledger, LedgerId } from '../../domain/ledgers';
import { type Office, type ReportingUnit, reportingUnits, unitName } from '../../domain/office';
import { periodShortName, periodYear } from '../../domain/period';
import type { RegisterEntry, ReportingState } from '../../domain/register';
import { ledgersOf } from '../../domain/reporting';
import { REPORTING_STATES } from '../../domain/reportingStates';
import { UnitLink } from '../../ui/AreaLink';
import type { ScreenSearch } from '../../ui/address';
import { useOffice, useRegister, useStarting, useView, useWorkspaceState } from '../../ui/data';
import { DUE_QUARTER, dueQuarterWords } from '../../ui/dueQuarter';
import { LoadedView } from '../../ui/LoadedView';
import { LoadingState } from '../../ui/LoadingState';
import { ScreenLink, useScreenSearch, useSetSearch } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { EntryDrawer } from './EntryDrawer';
import {
  allQuarters,
  DUE_UNKNOWN,
  entryKey,
  type Grid,
  type GridCell,
  type RateSide,
  rateEntries,
  registerGrid,
  stateCounts,
  unexpected,
} from './grid';
import { RegisterExport } from './RegisterExport';

const shortName = ({ short, row }: Ledger): string => short ?? row.name;
const STATES = Object.keys(REPORTING_STATES) as ReportingState[];

/** 报送登记: who has sent what, in time or late, for every unit × reporting period × ledger. */
export function RegisterPanel() {
  const { all } = useScreenSearch('submissions');
  const register = useRegister(all !== undefined);
  const starting = useStarting();
  if (starting?.state === 'loading') return <LoadingState what="正在读入报送" />;
  return (
    <LoadedView of={register} waitingFor="正在核对报送登记">
      {(entries) => <Register entries={entries} />}
    </LoadedView>
  );
}

function Register({ entries }: { entries: RegisterEntry[] }) {
  const { cell, all } = useScreenSearch('submissions');
  const { submissions } = useWorkspaceState();
  const { groups } = useOffice();
  const view = useView();
  const setSearch = useSetSearch('submissions');
  const others = unexpected(entries, submissions);
  return (
    <>
      <RegisterFilters entries={entries} />
      <RateNote entries={entries} />
      {groups.map(({ id, name }) => (
        <GroupGrid key={id} group={id} title={`${name}报送登记`} entries={entries} />
      ))}
      {others.length > 0 && (
        <p className="kp-note">
          另有 {others.length} 份报送不在{all ? `到 ${view.asOf} 各期的` : ` ${view.year} 年`}
          应报名单内（其他年度，或不在名单的单位、台账、报送期；照常计入），见
          <ScreenLink screen="submissions" search={{ tab: 'files' }}>
            文件与备份
          </ScreenLink>
          。
        </p>
      )}
      <EntryDrawer
        entry={entries.find((e) => entryKey(e) === cell) ?? null}
        onClose={() => setSearch({ cell: undefined })}
      />
    </>
  );
}

function RegisterFilters({ entries }: { entries: RegisterEntry[] }) {
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

type Narrowed = Pick<ScreenSearch<'submissions'>, 'unit' | 'group' | 'ledger'>;

const isOf = (e: RegisterEntry, { unit, group, ledger }: Narrowed): boolean =>
  (!unit || e.unit.id === unit) && (!group || e.unit.group === group) && (!ledger || e.ledger === ledger);

const RATE_SIDES: Record<RateSide, string> = {
  numerator: '分子（按时）',
  missing: '未达到（迟报、未报）',
  denominator: '分母',
};

/** A group whole; the departments are all that report under the province's own code. */
const groupWords = ({ groups, words }: Office, id: string): string => {
  const group = groups.find((g) => g.id === id);
  return group?.units === 'departments' ? words.departments : (group?.name ?? id);
};

/** Which entries a figure of 报送及时率 counts, where the address asks for them: not those of its own quarters. */
function RateNote({ entries }: { entries: RegisterEntry[] }) {
  const office = useOffice();
  const view = useView();
  const search = useScreenSearch('submissions');
  const setSearch = useSetSearch('submissions');
  const { rate, unit, group } = search;
  if (!rate) return null;
  const counted = rateEntries(entries, rate, view.quarters, view.asOf).filter((e) => isOf(e, search));
  const whose = unit ? unitName(office, unit) : group ? groupWords(office, group) : office.words.whole;
  return (
    <p className="kp-rate-note" role="status">
      <strong>
        {whose}
        {view.name}报送及时率的{RATE_SIDES[rate]}：{counted.length} 份
      </strong>
      ，是应报日在{view.name}内的台账，下面突出显示，其余变淡。{dueQuarterWords(office, view.year)}。{' '}
      <ScreenLink screen="indicators" search={{ id: office.catalogue.submissionIndicator.id }} className="kp-evidence">
        看指标怎样算出
      </ScreenLink>{' '}
      <Button size="small" type="link" onClick={() => setSearch({ rate: undefined })}>
        看全部各格
      </Button>
    </p>
  );
}

function GroupGrid(props: { group: ReportingUnit['group']; title: string; entries: RegisterEntry[] }) {
  const { group, title, entries } = props;
  const view = useView();
  const { state, unit, group: wanted, ledger, rate, all } = useScreenSearch('submissions');
  if (wanted && wanted !== group) return null;
  const among = rate && new Set(rateEntries(entries, rate, view.quarters, view.asOf).map(entryKey));
  const quarters = all ? allQuarters(entries) : view.quarters;
  const grid = registerGrid(entries, group, { state, unit, ledger, among }, quarters);
  if (grid.rows.length === 0) return null;
  return (
    <Panel
      title={title}
      note={`截止日 ${view.asOf}；${DUE_QUARTER}计入报送及时率；迟报按工作日计`}
      hint="点一格看版本、问题和原文件"
    >
      <RegisterTable grid={grid} caption={`${all ? `到 ${view.asOf} 各期` : `${view.year}年`}${title}`} />
    </Panel>
  );
}

function RegisterTable({ grid, caption }: { grid: Grid; caption: string }) {
  const { catalogue } = useOffice();
  return (
    <ScrollBox>
      <table className="kp-plain kp-register">
        <caption className="kp-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              报送单位
            </th>
            {grid.columns.map(({ period, ledgers }) => (
              <th key={period} scope="colgroup" colSpan={ledgers.length}>
                {periodYear(period)}年{periodShortName(period)}
              </th>
            ))}
          </tr>
          <tr>
            {grid.columns.flatMap(({ period, ledgers }) =>
              ledgers.map((ledger) => (
                <th key={`${period}/${ledger}`} scope="col">
                  {shortName(catalogue.ledger(ledger))}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {grid.rows.map(({ unit, cells }) => (
            <tr key={unit.id}>
              <th scope="row">
                <UnitLink id={unit.id} />
              </th>
              {cells.map((cell, i) =>
                cell ? (
                  <td key={entryKey(cell.entry)}>
                    <RegisterCell {...cell} />
                  </td>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                  <td key={i} title="该期不是应报单位">
                    —
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function RegisterCell({ entry, wanted }: GridCell) {
  const { catalogue } = useOffice();
  const setSearch = useSetSearch('submissions');
  const { name, mark } = REPORTING_STATES[entry.state];
  const late = entry.state === 'late' && (entry.daysLate === null ? '天数未知' : `${entry.daysLate} 个工作日`);
  const more = [late, entry.zero && '零申报', entry.versions.length > 1 && `${entry.versions.length} 个版本`].filter(
    Boolean,
  );
  const what = `${entry.unit.name} ${periodYear(entry.period)}年${periodShortName(entry.period)} ${shortName(catalogue.ledger(entry.ledger))}`;
  return (
    <button
      type="button"
      className={`kp-register-cell kp-report-${entry.state} ${wanted ? '' : 'kp-register-unwanted'}`}
      data-testid={wanted ? 'slot-counted' : 'slot'}
      aria-label={`${what}：${[name, ...more].join('，')}，查看`}
      title={entry.due ? `期限 ${entry.due}` : DUE_UNKNOWN}
      onClick={() => setSearch({ cell: entryKey(entry) })}
    >
      <span>
        <span aria-hidden="true">{mark}</span> {name}
      </span>
      {more.length > 0 && <small>{more.join(' · ')}</small>}
    </button>
  );
}
