import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { Assessment } from '../../assessment/assess';
import { otherNamesText } from '../../domain/history';
import type { County } from '../../domain/profile';
import { membersIn, zonesOf } from '../../domain/zones';
import { AreaLink } from '../../ui/AreaLink';
import { useOffice, useView } from '../../ui/data';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { AreaFigures } from './AreaFigures';
import { useChosen } from './useChosen';

/** The opened county on every indicator; while none is opened, the chosen zone. */
export function AreaPanel({ assessment }: { assessment: Assessment }) {
  const view = useView();
  const { zone, county } = useChosen();
  const { indicator } = useScreenSearch('zones');
  const panel = useRef<HTMLDivElement>(null);
  const opened = county?.code;
  useEffect(() => {
    if (opened === undefined) return;
    // After the router has put a newly opened page to its top.
    const frame = requestAnimationFrame(() => panel.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [opened]);
  const note = `小字为 95% 区间（Wilson），办理时长为九成案件的工作日数；截止 ${view.asOf}`;
  if (county)
    return (
      <div ref={panel} className="kp-area-opened">
        <Panel
          title={`${county.name}各项指标是多少？`}
          note={<CountyNote county={county}>{note}</CountyNote>}
          actions={
            zone && (
              <ScreenLink screen="zones" search={{ indicator, zone: zone.id }}>
                回到{zone.name}
              </ScreenLink>
            )
          }
        >
          <AreaFigures assessment={assessment} level="county" id={county.code} name={county.name} />
        </Panel>
      </div>
    );
  if (!zone) return null;
  return (
    <Panel
      title={`${zone.name}各项指标是多少？`}
      note={
        <>
          {new Set(membersIn(zone, view.quarters).map((m) => m.code)).size} 个县区合计；{note}
        </>
      }
      hint="点地图方格看单个县区"
    >
      <AreaFigures assessment={assessment} level="zone" id={zone.id} name={zone.name} />
    </Panel>
  );
}

function CountyNote({ county, children }: { county: County; children: ReactNode }) {
  const { profile } = useOffice();
  const { quarters } = useView();
  const prefecture = profile.regions.prefectures.find((p) => p.code === county.prefecture);
  const zones = zonesOf(profile.zones, county.code, quarters);
  const others = otherNamesText(county, profile.regions.referenceMonth);
  return (
    <>
      属
      <ScreenLink screen="prefectures" search={{ id: county.prefecture, county: county.code }} className="kp-evidence">
        {prefecture?.name}
      </ScreenLink>
      ；片区：
      {zones.length
        ? zones.map((z, i) => (
            <Fragment key={z.id}>
              {i > 0 && '、'}
              <AreaLink level="zone" id={z.id} className="kp-evidence">
                {z.name}
              </AreaLink>
            </Fragment>
          ))
        : '未列入片区'}
      ；{others && `${others}；`}
      {children}
    </>
  );
}
