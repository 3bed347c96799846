import type { Assessment } from '../../assessment/assess';
import { CautionNote } from '../../ui/CautionNote';
import { useAssessment, useOffice, useStarting, useView, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { PrintButton } from '../../ui/print/PrintButton';
import { AreaPanel } from './AreaPanel';
import { MapControls } from './MapControls';
import { MapPanel } from './MapPanel';
import { MembersPanel } from './MembersPanel';
import { OverlapPanel } from './OverlapPanel';
import { useChosen } from './useChosen';
import { ZonesPanel } from './ZonesPanel';
import './zones.css';

/** 片区: the zones side by side, the tile map, one county (district) or zone opened, and what the zones are made of. */
export default function ZonesScreen() {
  const view = useView();
  const { words, profile } = useOffice();
  const { zones, name } = profile.zones;
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const assessment = useAssessment();
  const empty = starting === null && submissions.length === 0;
  return (
    <>
      <PageTitle
        title={`${view.name}${zones.length ? '片区' : `各${words.smallest}`}`}
        note={`${name ? `${name}；` : ''}数据截止日 ${view.asOf}`}
        actions={!empty && <PrintButton />}
      />
      {zones.length > 0 && <ZonesCaution />}
      {empty ? (
        <EmptyState title="还没有报送">
          到<ScreenLink screen="submissions">报送</ScreenLink>页面拖入{words.units}的台账文件，各
          {zones.length ? '片区' : words.smallest}的指标随即算出。
        </EmptyState>
      ) : (
        <LoadedView of={assessment} waitingFor="正在计算各项指标">
          {(result) => <Figures assessment={result} />}
        </LoadedView>
      )}
      {zones.length > 0 && (
        <>
          <MembersPanel />
          <OverlapPanel />
        </>
      )}
    </>
  );
}

/** 口径 of the zones: which version, what it rests on, and why it is not to be added up. */
function ZonesCaution() {
  const { version, referenceMonth, basis, caution } = useOffice().profile.zones;
  return (
    <CautionNote label="口径">
      {version}（区划按 {referenceMonth}）。{caution}
      {basis}
    </CautionNote>
  );
}

function Figures({ assessment }: { assessment: Assessment }) {
  const { indicator } = useChosen();
  return (
    <>
      {useOffice().profile.zones.zones.length > 0 && <ZonesPanel assessment={assessment} />}
      <MapControls />
      <div className="kp-columns">
        {indicator && <MapPanel assessment={assessment} indicator={indicator} />}
        <AreaPanel assessment={assessment} />
      </div>
    </>
  );
}
