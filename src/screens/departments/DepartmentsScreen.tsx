import { useAssessment, useOffice, useStarting, useTable, useView, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { PrintButton } from '../../ui/print/PrintButton';
import { DepartmentActions } from './DepartmentActions';
import { DepartmentList } from './DepartmentList';
import { DepartmentPage } from './DepartmentPage';

/** 部门: the list of departments, or the one that the address names. */
export default function DepartmentsScreen() {
  const { id } = useScreenSearch('departments');
  const { departments, profile } = useOffice();
  const view = useView();
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const assessment = useAssessment();
  const table = useTable(view.asOf);
  const department = departments.all.find((d) => d.id === id);
  const empty = starting === null && submissions.length === 0;
  const ready = !empty && assessment.state === 'ready' ? assessment.data : null;
  return (
    <>
      <PageTitle
        title={department ? `${department.name}部门考核` : '部门考核'}
        note={`${view.name}，数据截止日 ${view.asOf}${department ? `；${department.office}` : ''}`}
        actions={
          ready &&
          (department ? (
            <DepartmentActions id={department.id} name={department.name} assessment={ready} />
          ) : (
            <PrintButton />
          ))
        }
      />
      {id !== undefined && !department ? (
        <EmptyState title="没有这个部门">
          地址中的“{id}”不在{profile.name}的部门表中。<ScreenLink screen="departments">看全部部门</ScreenLink>
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
                department ? (
                  <DepartmentPage id={department.id} assessment={result} table={cells} />
                ) : (
                  <DepartmentList assessment={result} table={cells} />
                )
              }
            </LoadedView>
          )}
        </LoadedView>
      )}
    </>
  );
}
