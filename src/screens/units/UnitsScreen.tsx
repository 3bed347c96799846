import { useAssessment, useOffice, useStarting, useTable, useView, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { PrintButton } from '../../ui/print/PrintButton';
import { DEPARTMENTS } from './departments';
import { PREFECTURES } from './prefectures';
import { UnitActions } from './UnitActions';
import { UnitList } from './UnitList';
import { UnitPage } from './UnitPage';
import type { UnitGroup } from './unitGroup';

/** One of the two lists of units, or the unit of it that the address names. */
function UnitsScreen({ group }: { group: UnitGroup }) {
  const { id } = useScreenSearch(group.id);
  const office = useOffice();
  const view = useView();
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const assessment = useAssessment();
  const table = useTable(view.asOf);
  const found = id === undefined ? undefined : group.find(office, id);
  const unit = found && { group, id: found.id, name: found.name };
  const empty = starting === null && submissions.length === 0;
  const ready = !empty && assessment.state === 'ready' ? assessment.data : null;
  return (
    <>
      <PageTitle
        title={found?.title ?? `${group.noun}考核`}
        note={`${view.name}，数据截止日 ${view.asOf}${found?.offices ? `；${found.offices}` : ''}`}
        actions={ready && (unit ? <UnitActions unit={unit} assessment={ready} /> : <PrintButton />)}
      />
      {id !== undefined && !unit ? (
        <EmptyState title={`没有这个${group.noun}`}>
          地址中的“{id}”{group.notFound(office)}。<ScreenLink screen={group.id}>看全部{group.noun}</ScreenLink>
        </EmptyState>
      ) : empty ? (
        <EmptyState title="还没有报送">
          到<ScreenLink screen="submissions">报送</ScreenLink>页面拖入市州和部门的台账文件，指标和排名随即算出。
        </EmptyState>
      ) : (
        <LoadedView of={assessment} waitingFor="正在计算指标和得分">
          {(result) => (
            <LoadedView of={table}>
              {(cells) =>
                unit ? (
                  <UnitPage unit={unit} assessment={result} table={cells} />
                ) : (
                  <UnitList group={group} assessment={result} table={cells} />
                )
              }
            </LoadedView>
          )}
        </LoadedView>
      )}
    </>
  );
}

export const PrefecturesScreen = () => <UnitsScreen group={PREFECTURES} />;
export const DepartmentsScreen = () => <UnitsScreen group={DEPARTMENTS} />;
