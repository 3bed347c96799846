import { useAssessment, useOffice, useStarting, useTable, useView, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { PrintButton } from '../../ui/print/PrintButton';
import { PrefectureActions } from './PrefectureActions';
import { PrefectureList } from './PrefectureList';
import { PrefecturePage } from './PrefecturePage';

/** 市州: the list of prefectures, or the one that the address names. */
export default function PrefecturesScreen() {
  const { id } = useScreenSearch('prefectures');
  const { profile } = useOffice();
  const view = useView();
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const assessment = useAssessment();
  const table = useTable(view.asOf);
  const prefecture = profile.regions.prefectures.find((p) => p.code === id);
  const empty = starting === null && submissions.length === 0;
  const ready = !empty && assessment.state === 'ready' ? assessment.data : null;
  return (
    <>
      <PageTitle
        title={prefecture ? `${prefecture.name}考核` : '市州考核'}
        note={`${view.name}，数据截止日 ${view.asOf}`}
        actions={
          ready &&
          (prefecture ? (
            <PrefectureActions id={prefecture.code} name={prefecture.name} assessment={ready} />
          ) : (
            <PrintButton />
          ))
        }
      />
      {id !== undefined && !prefecture ? (
        <EmptyState title="没有这个市州">
          地址中的“{id}”不是{profile.name}的市州代码。<ScreenLink screen="prefectures">看全部市州</ScreenLink>
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
                prefecture ? (
                  <PrefecturePage code={prefecture.code} assessment={result} table={cells} />
                ) : (
                  <PrefectureList assessment={result} table={cells} />
                )
              }
            </LoadedView>
          )}
        </LoadedView>
      )}
    </>
  );
}
