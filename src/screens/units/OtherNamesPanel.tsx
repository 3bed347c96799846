import { otherNamesText } from '../../domain/history';
import { PlaceLink } from '../../ui/AreaLink';
import { useOffice } from '../../ui/data';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import type { UnitRef } from './groupView';

/** The codes and names that a prefecture and its counties bear in other years; nothing where there are none. */
export function OtherNamesPanel({ unit: { id: code, name } }: { unit: UnitRef }) {
  const { words, ...office } = useOffice();
  const { regions } = office.profile;
  const units = [
    ...regions.prefectures.filter((p) => p.code === code),
    ...regions.counties.filter((c) => c.prefecture === code),
  ].flatMap((unit) => {
    const others = otherNamesText(unit, regions.referenceMonth);
    return others ? [{ unit, others }] : [];
  });
  if (units.length === 0) return null;
  const whose = office.regions.isParted(code) ? `${name}及所属${words.smallest}` : name;
  return (
    <Panel
      title={`${whose}在其他年份用什么代码和名称？`}
      note={`本页用 ${regions.referenceMonth} 的名称，编号各年不变；台账中写下列代码或名称的，计入同一单位`}
    >
      <ScrollBox>
        <table className="kp-plain">
          <caption className="kp-hidden">{whose}曾用、现用、后用的代码和名称</caption>
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col" className="kp-left">
                曾用、现用、后用
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, others }) => (
              <tr key={unit.code}>
                <th scope="row">
                  {unit.code} {unit.code === code ? unit.name : <PlaceLink code={unit.code} />}
                </th>
                <td className="kp-left">{others}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  );
}
