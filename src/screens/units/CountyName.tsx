import { zonesOf } from '../../domain/zones';
import { AreaLink } from '../../ui/AreaLink';
import { useOffice, useView } from '../../ui/data';
import { ScreenLink } from '../../ui/navigation';
import type { Part } from './breakdown';

/** A county in its prefecture's table, with the zones that it lies in during the period. 市州本级 lies in none. */
export function CountyName({ part }: { part: Part }) {
  const { profile } = useOffice();
  const { quarters } = useView();
  if (part.address.own) return part.name;
  const county = part.address.id;
  const zones = zonesOf(profile.zones, county, quarters);
  return (
    <>
      <AreaLink level="county" id={county}>
        {part.name}
      </AreaLink>
      <small>
        {zones.length === 0 && '不在片区内'}
        {zones.map((z, i) => (
          <span key={z.id}>
            {i > 0 && '、'}
            <ScreenLink screen="zones" search={{ zone: z.id, county }}>
              {z.name}
            </ScreenLink>
          </span>
        ))}
      </small>
    </>
  );
}
