import { useMemo } from 'react';
import { AreaLink, PlaceLink } from '../../ui/AreaLink';
import { useOffice, useView } from '../../ui/data';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { overlapping, unlisted, zonesOfCounties } from './membership';

/** Which counties lie in several zones, and which in none. */
export function OverlapPanel() {
  const { profile } = useOffice();
  const { zones } = profile.zones;
  const { quarters } = useView();
  const { several, none } = useMemo(() => {
    const counties = zonesOfCounties(profile, quarters);
    return { several: overlapping(counties), none: unlisted(counties) };
  }, [profile, quarters]);
  return (
    <Panel
      title="为什么片区数字不能相加？"
      note={`${profile.regions.counties.length} 个县区中 ${several.length} 个同时属于多个片区，其案件在每个片区各计一次；${none.length} 个未列入片区，只计入市州和全省`}
    >
      <ScrollBox>
        <table className="kp-plain kp-overlaps">
          <caption className="kp-hidden">同时属于多个片区的县区和未列入片区的县区</caption>
          <thead>
            <tr>
              <th scope="col">县区</th>
              <th scope="col">片区数</th>
              {zones.map((z) => (
                <th key={z.id} scope="col">
                  <AreaLink level="zone" id={z.id}>
                    {z.name}
                  </AreaLink>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {several.map(({ county, zones: of }) => (
              <tr key={county.code}>
                <th scope="row">
                  <PlaceLink code={county.code} />
                </th>
                <td>{of.length}</td>
                {zones.map((z) => (
                  <td key={z.id}>{of.includes(z) ? <Belongs /> : ''}</td>
                ))}
              </tr>
            ))}
            {none.map((county) => (
              <tr key={county.code}>
                <th scope="row">
                  <PlaceLink code={county.code} />
                </th>
                <td>0</td>
                <td colSpan={zones.length}>未列入片区</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}

const Belongs = () => (
  <>
    <span aria-hidden="true">●</span>
    <span className="kp-hidden">属于</span>
  </>
);
