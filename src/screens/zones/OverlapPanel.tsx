import { useMemo } from 'react';
import { AreaLink } from '../../ui/AreaLink';
import { useOffice, useView } from '../../ui/data';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { MapLink } from './MapLink';
import { overlapping, unlisted, zonesOfAreas } from './membership';

/** Which counties (districts) lie in several zones, and which in none. */
export function OverlapPanel() {
  const office = useOffice();
  const { zones } = office.profile.zones;
  const { smallest, prefecture, whole, county } = office.words;
  const { quarters } = useView();
  const { several, none } = useMemo(() => {
    const areas = zonesOfAreas(office, quarters);
    return { several: overlapping(areas), none: unlisted(areas) };
  }, [office, quarters]);
  return (
    <Panel
      title="为什么片区数字不能相加？"
      note={`${office.regions.smallest.length} 个${smallest}中 ${several.length} 个同时属于多个片区，其案件在每个片区各计一次；${none.length} 个未列入片区，只计入${county ? `${prefecture}和` : ''}${whole}`}
    >
      <ScrollBox>
        <table className="kp-plain kp-overlaps">
          <caption className="kp-hidden">
            同时属于多个片区的{smallest}和未列入片区的{smallest}
          </caption>
          <thead>
            <tr>
              <th scope="col">{smallest}</th>
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
            {several.map(({ area, zones: of }) => (
              <tr key={area.code}>
                <th scope="row">
                  <MapLink area={area}>{office.regions.listName(area)}</MapLink>
                </th>
                <td>{of.length}</td>
                {zones.map((z) => (
                  <td key={z.id}>{of.includes(z) ? <Belongs /> : ''}</td>
                ))}
              </tr>
            ))}
            {none.map((area) => (
              <tr key={area.code}>
                <th scope="row">
                  <MapLink area={area}>{office.regions.listName(area)}</MapLink>
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
