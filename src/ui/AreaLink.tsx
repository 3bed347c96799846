import type { ReactNode } from 'react';
import type { AreaLevel } from '../domain/cells';
import { unitName } from '../domain/office';
import { areaAddress } from './areaAddress';
import { useOffice } from './data';
import { ScreenLink, useScreenSearch } from './navigation';

interface AreaLinkProps {
  level: AreaLevel;
  id: string;
  children: ReactNode;
  className?: string | undefined;
  title?: string | undefined;
}

/** The name of an area, leading to where its figures are; the indicator that is looked at goes along. */
export function AreaLink({ level, id, children, ...rest }: AreaLinkProps) {
  // The indicator of the map, of a unit's charts or of a list of cases; the zone that is outlined stays so.
  const { indicator, zone } = useScreenSearch('zones');
  const { screen, search } = areaAddress(useOffice(), level, id, indicator);
  return (
    <ScreenLink screen={screen} search={level === 'county' ? { ...search, zone } : search} {...rest}>
      {children}
    </ScreenLink>
  );
}

/** The place of a case by its code, as lists name it: a county leads to its figures, 市州本级 to those of the prefecture. */
export function PlaceLink({ code }: { code: string }) {
  const { regions } = useOffice();
  const name = regions.caseName(code);
  const place = [...regions.counties, ...regions.prefectures].find((p) => p.code === code);
  if (!place) return name;
  return (
    <AreaLink level={place.level} id={code}>
      {name}
    </AreaLink>
  );
}

/** A department by its id. */
export function DepartmentLink({ id }: { id: string }) {
  const { departments } = useOffice();
  const name = departments.nameOf(id);
  // One of other years has no page in this one.
  if (!departments.all.some((d) => d.id === id)) return name;
  return (
    <AreaLink level="department" id={id}>
      {name}
    </AreaLink>
  );
}

/** A reporting unit by its id, a prefecture's code or a department's id. */
export function UnitLink({ id }: { id: string }) {
  const office = useOffice();
  if (!office.regions.prefectures.some((p) => p.code === id)) return <DepartmentLink id={id} />;
  return (
    <AreaLink level="prefecture" id={id}>
      {unitName(office, id)}
    </AreaLink>
  );
}
