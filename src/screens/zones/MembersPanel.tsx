import { Fragment } from 'react';
import type { Zone } from '../../domain/profile';
import { membersIn } from '../../domain/zones';
import { AreaLink } from '../../ui/AreaLink';
import { useOffice, useView } from '../../ui/data';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { MapLink } from './MapLink';
import { byConfidence, sinceWords } from './membership';

/** Which counties (districts) each zone holds, how sure that is, and what it rests on. */
export function MembersPanel() {
  const { words, profile } = useOffice();
  const { zones, version } = profile.zones;
  const { smallest } = words;
  const { name, quarters } = useView();
  return (
    <Panel
      title={`每个片区包括哪些${smallest}，有多大把握？`}
      note={`${version}；${name}内各季度末属于片区的${smallest}；方括号内为把握程度；“待定”的${smallest}有资料提及但未计入`}
    >
      <ScrollBox>
        <table className="kp-plain kp-members">
          <caption className="kp-hidden">各片区所含{smallest}</caption>
          <thead>
            <tr>
              <th scope="col">片区</th>
              <th scope="col">{smallest}数</th>
              <th scope="col">所含{smallest}</th>
              <th scope="col">待定（未计入）</th>
              <th scope="col">依据</th>
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) => (
              <tr key={zone.id}>
                <th scope="row">
                  <AreaLink level="zone" id={zone.id}>
                    {zone.name}
                  </AreaLink>
                </th>
                <td>{new Set(membersIn(zone, quarters).map((m) => m.code)).size}</td>
                <td>
                  <Members members={membersIn(zone, quarters)} />
                </td>
                <td>
                  <Members members={zone.candidates} />
                </td>
                <td>{zone.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}

function Members({ members }: { members: Zone['members'] }) {
  const { regions } = useOffice();
  const areas = new Map(regions.smallest.map((a) => [a.code, a]));
  return byConfidence(members).map((group) => (
    <span key={group.words} className="kp-members-group">
      <span className="kp-members-confidence">[{group.words}]</span>
      {group.members.map((m) => {
        const area = areas.get(m.code);
        if (!area) return null;
        // The short name, where no other bears it.
        const name = regions.listName(area);
        return (
          <Fragment key={`${m.code} ${m.from}`}>
            <MapLink area={area} className="kp-evidence">
              {name === area.name ? area.short : name}
            </MapLink>
            {sinceWords(m) && <small>（{sinceWords(m)}）</small>}
          </Fragment>
        );
      })}
    </span>
  ));
}
