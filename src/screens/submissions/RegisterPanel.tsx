import type { ReportingUnit } from '../../domain/office';
import type { RegisterEntry } from '../../domain/register';
import { useOffice, useRegister, useStarting, useView, useWorkspaceState } from '../../ui/data';
import { DUE_QUARTER } from '../../ui/dueQuarter';
import { LoadedView } from '../../ui/LoadedView';
import { LoadingState } from '../../ui/LoadingState';
import { NotYetRead } from '../../ui/NotYetRead';
import { ScreenLink, useScreenSearch, useSetSearch } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { EntryDrawer } from './EntryDrawer';
import { allQuarters, entryKey, rateEntries, registerGrid, unexpected } from './grid';
import { RateNote } from './RateNote';
import { RegisterFilters } from './RegisterFilters';
import { RegisterTable } from './RegisterTable';

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
      <NotYetRead />
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
