import { useMemo } from 'react';
import { groupById } from '../../domain/office';
import { unitsScreen } from '../../ui/address';
import { useAssessment, useOffice, useStarting, useTable, useView, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { PrintButton } from '../../ui/print/PrintButton';
import { UnitActions } from './UnitActions';
import { UnitList } from './UnitList';
import { UnitPage } from './UnitPage';
import { viewOfGroup } from './viewOfGroup';

/** One of the lists of units, or the unit of it that the address names. */
export function UnitsScreen({ groupId }: { groupId: string }) {
  const screen = unitsScreen(groupId);
  const { id } = useScreenSearch(screen);
  const office = useOffice();
  const group = useMemo(() => viewOfGroup(office, groupById(office, groupId)), [office, groupId]);
  const view = useView();
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const assessment = useAssessment();
  const table = useTable(view.asOf);
  const found = id === undefined ? undefined : group.find(id);
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
          地址中的“{id}”{group.notFound}。<ScreenLink screen={screen}>看全部{group.noun}</ScreenLink>
        </EmptyState>
      ) : empty ? (
        <EmptyState title="还没有报送">
          到<ScreenLink screen="submissions">报送</ScreenLink>页面拖入{office.words.units}
          的台账文件，指标和排名随即算出。
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
