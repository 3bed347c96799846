import { Fragment } from 'react';
import type { Zone } from '../../domain/profile';
import { membersIn } from '../../domain/zones';
import { AreaLink } from '../../ui/AreaLink';
import { useOffice, useView } from '../../ui/data';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { byConfidence, sinceWords } from './membership';

/** Which counties each zone holds, how sure that is, and what it rests on. */
export function MembersPanel() {
  const { zones, version } = useOffice().profile.zones;
  const { name, quarters } = useView();
  return (
    <Panel
      title="每个片区包括哪些县区，有多大把握？"
      note={`${version}；${name}内各季度末属于片区的县区；方括号内为把握程度；“待定”的县区有资料提及但未计入`}
    >
      <ScrollBox>
        <table className="kp-plain kp-members">
          <caption className="kp-hidden">各片区所含县区</caption>
          <thead>
            <tr>
              <th scope="col">片区</th>
              <th scope="col">县区数</th>
              <th scope="col">所含县区</th>
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
  // The short name, where no other county bears it.
  const name = (code: string) => {
    const found = regions.counties.find((c) => c.code === code);
    if (!found) return code;
    const whole = regions.listName(found);
    return whole === found.name ? found.county.short : whole;
  };
  return byConfidence(members).map((group) => (
    <span key={group.words} className="kp-members-group">
      <span className="kp-members-confidence">[{group.words}]</span>
      {group.members.map((m) => (
        <Fragment key={`${m.code} ${m.from}`}>
          <AreaLink level="county" id={m.code} className="kp-evidence">
            {name(m.code)}
          </AreaLink>
          {sinceWords(m) && <small>（{sinceWords(m)}）</small>}
        </Fragment>
      ))}
    </span>
  ));
}
