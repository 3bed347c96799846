import type { Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import { notCollectedText } from '../../domain/collected';
import { shownAt } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { CautionNote } from '../../ui/CautionNote';
import { useAssessment, useOffice, useStarting, useTable, useView, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { PrintButton } from '../../ui/print/PrintButton';
import { AreaTable } from './AreaTable';
import { ComparePanel } from './ComparePanel';
import { DeadlinePanel } from './DeadlinePanel';
import { DefinitionPanel } from './DefinitionPanel';
import { DistributionPanel } from './DistributionPanel';
import { IndicatorNav } from './IndicatorNav';
import { QuarterPanel } from './QuarterPanel';
import { SqlPanel } from './SqlPanel';
import { useShown } from './useShown';
import './indicators.css';

/** 指标: one indicator from its definition to the rows, all areas of a level compared. */
export default function IndicatorsScreen() {
  const view = useView();
  const office = useOffice();
  const { words } = office;
  const { indicator } = useShown();
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const assessment = useAssessment();
  const table = useTable(view.asOf);
  const empty = starting === null && submissions.length === 0;
  const uncollected = notCollectedText(office, indicator.id, view.period);
  if (uncollected)
    return (
      <>
        <PageTitle title={`指标：${indicator.name}`} note={view.name} />
        <IndicatorNav />
        <EmptyState title={uncollected}>请换一个考核期，或从上面选择其他指标。</EmptyState>
      </>
    );
  return (
    <>
      <PageTitle
        title={`指标：${indicator.name}`}
        note={`${view.name}；数据截止日 ${view.asOf}`}
        actions={!empty && <PrintButton />}
      />
      <IndicatorNav />
      <DefinitionPanel assessment={assessment.state === 'ready' ? assessment.data : null} />
      {empty ? (
        <EmptyState title="还没有报送">
          到<ScreenLink screen="submissions">报送</ScreenLink>页面拖入{words.units}的台账文件，各地区的指标随即算出。
        </EmptyState>
      ) : (
        <LoadedView of={assessment} waitingFor="正在计算指标">
          {(result) => <LoadedView of={table}>{(cells) => <Figures assessment={result} table={cells} />}</LoadedView>}
        </LoadedView>
      )}
      <DeadlinePanel />
      <SqlPanel />
    </>
  );
}

function Figures({ assessment, table }: { assessment: Assessment; table: Tabulation }) {
  const { zones } = useOffice().profile;
  const { indicator, level } = useShown();
  const measure = measureOf(indicator);
  const { distribution } = measure;
  return (
    <>
      {level === 'zone' && (
        <CautionNote label="口径">
          {zones.version}。{zones.caution}
        </CautionNote>
      )}
      <ComparePanel assessment={assessment} table={table} />
      <AreaTable assessment={assessment} table={table} />
      <div className="kp-columns">
        {shownAt(indicator, 'province') && <QuarterPanel table={table} />}
        {distribution && <DistributionPanel table={table} measure={{ ...measure, distribution }} />}
      </div>
    </>
  );
}
