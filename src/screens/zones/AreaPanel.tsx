import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { Assessment } from '../../assessment/assess';
import { otherNamesText } from '../../domain/history';
import type { SmallArea } from '../../domain/place';
import { membersIn, zonesOf } from '../../domain/zones';
import { AreaLink } from '../../ui/AreaLink';
import { areaAddress } from '../../ui/areaAddress';
import { standingNotes } from '../../ui/comparison';
import { useOffice, useView } from '../../ui/data';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { AreaFigures } from './AreaFigures';
import { useChosen } from './useChosen';

/** The opened county (district) on every indicator; while none is opened, the chosen zone, or where there is none the whole. */
export function AreaPanel({ assessment }: { assessment: Assessment }) {
  const view = useView();
  const { words, regions } = useOffice();
  const { zone, area } = useChosen();
  const { indicator } = useScreenSearch('zones');
  const panel = useRef<HTMLDivElement>(null);
  const opened = area?.code;
  useEffect(() => {
    if (opened === undefined) return;
    // After the router has put a newly opened page to its top.
    const frame = requestAnimationFrame(() => panel.current?.scrollIntoView({ block: 'nearest' }));
    return () => cancelAnimationFrame(frame);
  }, [opened]);
  const note = `${['指标值下的小字为 95% 区间（Wilson）或九成案件的时长', ...standingNotes(useOffice().catalogue.caseIndicators, words.whole)].join('；')}；截止 ${view.asOf}`;
  if (area)
    return (
      <div ref={panel} className="kp-area-opened">
        <Panel
          title={`${area.name}各项指标是多少？`}
          note={<AreaNote area={area}>{note}</AreaNote>}
          actions={
            zone && (
              <ScreenLink screen="zones" search={{ indicator, zone: zone.id }}>
                回到{zone.name}
              </ScreenLink>
            )
          }
        >
          <AreaFigures assessment={assessment} level={area.level} id={area.code} name={area.name} />
        </Panel>
      </div>
    );
  const hint = `点地图方格看单个${words.smallest}`;
  if (!zone)
    return (
      <Panel title={`${words.whole}各项指标是多少？`} note={note} hint={hint}>
        <AreaFigures assessment={assessment} level="province" id={regions.province.code} name={words.whole} />
      </Panel>
    );
  return (
    <Panel
      title={`${zone.name}各项指标是多少？`}
      note={
        <>
          {new Set(membersIn(zone, view.quarters).map((m) => m.code)).size} 个{words.smallest}合计；{note}
        </>
      }
      hint={hint}
    >
      <AreaFigures assessment={assessment} level="zone" id={zone.id} name={zone.name} />
    </Panel>
  );
}

function AreaNote({ area, children }: { area: SmallArea; children: ReactNode }) {
  const office = useOffice();
  const { profile, regions } = office;
  const { quarters } = useView();
  // What the area is part of; of a district, which is part of nothing, its own page.
  const code = area.prefecture ?? area.code;
  const { screen, search } = areaAddress(office, 'prefecture', code);
  const county = area.level === 'county' ? { county: area.code } : {};
  const zones = zonesOf(profile.zones, area.code, quarters);
  const others = otherNamesText(area, profile.regions.referenceMonth);
  return (
    <>
      {area.level === 'county' ? '属' : '见'}
      <ScreenLink screen={screen} search={{ ...search, ...county }} className="kp-evidence">
        {area.level === 'county' ? regions.place(code).name : `${area.name}考核`}
      </ScreenLink>
      ；
      {profile.zones.zones.length > 0 && (
        <>
          片区：
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
          ；
        </>
      )}
      {others && `${others}；`}
      {children}
    </>
  );
}
