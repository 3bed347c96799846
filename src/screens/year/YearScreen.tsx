import type { Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import { groupLevel } from '../../domain/units';
import { CautionNote } from '../../ui/CautionNote';
import {
  useAssessment,
  useOffice,
  useScheme,
  useStarting,
  useTable,
  useView,
  useWords,
  useWorkspaceState,
} from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { SignatureLine } from '../../ui/print/SignatureLine';
import { WidePaper } from '../../ui/print/WidePaper';
import { AttentionCard } from './AttentionCard';
import { AttentionPanel } from './AttentionPanel';
import { HeatPanel } from './HeatPanel';
import { RankingPanel } from './RankingPanel';
import { TrendPanel } from './TrendPanel';
import { useAttention } from './useAttention';
import { YearActions } from './YearActions';
import './year.css';

/** 年度考核: who stands where and why, each indicator against the province, the trend, and what needs attention. */
export default function YearScreen() {
  const view = useView();
  const words = useWords();
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const assessment = useAssessment();
  const empty = starting === null && submissions.length === 0;
  const table = useTable(view.asOf);
  return (
    <>
      <WidePaper />
      <PageTitle
        title={`${view.name}考核`}
        note={`数据截止日 ${view.asOf}`}
        actions={!empty && assessment.state === 'ready' && <YearActions assessment={assessment.data} />}
      />
      {empty ? (
        <EmptyState title="还没有报送">
          到<ScreenLink screen="submissions">报送</ScreenLink>页面拖入{words.units}的台账文件，指标和排名随即算出。
        </EmptyState>
      ) : (
        <LoadedView of={assessment} waitingFor="正在计算指标和得分">
          {(result) => (
            <LoadedView of={table}>{(cells) => <YearPanels assessment={result} table={cells} />}</LoadedView>
          )}
        </LoadedView>
      )}
    </>
  );
}

function YearPanels({ assessment, table }: { assessment: Assessment; table: Tabulation }) {
  const scheme = useScheme();
  const attention = useAttention(table);
  const { groups } = useOffice();
  // Departments are ranked on their own screen, unless there is nobody else.
  const places = groups.filter((g) => groupLevel(g) === 'prefecture');
  const shown = places.length ? places : groups;
  return (
    <>
      {scheme.sample && <CautionNote label="示例方案">{scheme.caution}</CautionNote>}
      <div className="kp-year">
        <div className="kp-year-ranking">
          {shown.map((group) => (
            <RankingPanel key={group.id} group={group} assessment={assessment} />
          ))}
        </div>
        <div className="kp-year-now">
          <LoadedView of={attention}>{([province]) => province && <AttentionCard province={province} />}</LoadedView>
        </div>
        <div className="kp-year-heat">
          <HeatPanel assessment={assessment} table={table} />
        </div>
        <div className="kp-year-attention">
          <LoadedView of={attention}>{(rows) => <AttentionPanel rows={rows} />}</LoadedView>
        </div>
        <div className="kp-year-trend">
          <TrendPanel table={table} />
        </div>
      </div>
      <SignatureLine />
    </>
  );
}
