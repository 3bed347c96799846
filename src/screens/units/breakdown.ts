import { type Area, figure, type IndicatorValue } from '../../assessment/assess';
import { ownArea } from '../../assessment/own';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import { tellsDepartment, tellsPlace } from '../../domain/catalogue/ledger';
import type { AreaLevel, Tabulation } from '../../domain/cells';
import { askedCount, type Counts } from '../../domain/counts';
import { type Untelling, untelling } from '../../domain/display';
import type { CaseIndicator, IndicatorId } from '../../domain/indicators';
import { type Office, unitsOfGroup } from '../../domain/office';
import type { Period, Quarter } from '../../domain/period';
import type { UnitGroup } from '../../domain/units';

/** Which rows stand behind a part's figures. */
export interface PartAddress {
  level: AreaLevel;
  id: string;
  /** Only what carries the area's own code: 省本级, 市州本级. */
  own?: true;
  /** Only this department's cases. */
  department?: string;
}

/** A part of a unit with its figures: a county, a department within a prefecture, a prefecture within a department. */
export interface Part {
  key: string;
  name: string;
  address: PartAddress;
  /** One per case indicator, in their order. 报送及时率 belongs to units, not to their parts. */
  figures: IndicatorValue[];
  /** One per indicator of what needs attention, in their order; `undated`: cases whose deadline cannot be dated. */
  attention: ({ count: number; undated: number } & Untelling)[];
}

/** The period that parts are shown for. */
export interface PartPeriod {
  period: Period;
  quarters: readonly Quarter[];
}

/**
 * Whether an indicator is told of parts like these: its ledger's rows say which counties they are of, which departments of a place,
 * or which places of a department. Else the unit as a whole has sent it, and has no parts of it.
 */
export function isTold(
  { catalogue }: Pick<Office, 'catalogue'>,
  of: CaseIndicator,
  level: AreaLevel,
  part: Part,
): boolean {
  const ledger = catalogue.ledger(of.ledger);
  if (level === 'county') return tellsPlace(ledger);
  if (part.address.department === undefined) return true;
  return tellsDepartment(ledger) || (level === 'prefecture' && tellsPlace(ledger));
}

type CountsOf = (indicator: IndicatorId) => Counts;

const partOf = (
  catalogue: Catalogue,
  name: string,
  area: Area,
  address: PartAddress,
  period: Period,
  counts: CountsOf,
): Part => ({
  key: `${address.own ? 'own' : address.level}/${address.id}/${address.department ?? ''}`,
  name,
  address,
  figures: catalogue.caseIndicators.map((i) => figure(i, { ...area, name }, period, counts(i.id))),
  attention: catalogue.attention.map((i) => {
    const of = counts(i.id);
    return { count: askedCount(i.question, of), undated: of.undated, ...untelling(of) };
  }),
});

const hasCases = (part: Part): boolean => part.figures.some((f) => f.denominator > 0 || f.undated > 0);

/** The whole of an area, for the last line of a table of its parts. */
export const wholePart = (
  catalogue: Catalogue,
  table: Tabulation,
  area: Area,
  { period, quarters }: PartPeriod,
  name: string,
): Part =>
  partOf(catalogue, name, area, { level: area.level, id: area.id }, period, (i) =>
    table.counts(area.level, area.id, i, quarters),
  );

/** 省本级 or 市州本级, all of it or one department's part: what the other parts leave over of the whole. */
function ownPart(
  catalogue: Catalogue,
  table: Tabulation,
  area: Area & { own: true },
  at: PartPeriod,
  department?: string,
): Part {
  const { level, id, name } = area;
  const address: PartAddress = { level, id, own: true, ...(department && { department }) };
  return partOf(catalogue, name, area, address, at.period, (i) => table.own(id, i, at.quarters, department));
}

/** Every county of a prefecture; then 市州本级, where cases stand in the prefecture and in no county of it. None of a district. */
export function countyParts(office: Office, table: Tabulation, prefecture: string, at: PartPeriod): Part[] {
  if (!office.regions.isParted(prefecture)) return [];
  const counties = office.regions.counties.filter((c) => c.prefecture === prefecture);
  const of = (code: string) => (i: IndicatorId) => table.counts('county', code, i, at.quarters);
  const parts = counties.map((c) => {
    const area: Area = { level: 'county', id: c.code, name: c.name };
    return partOf(office.catalogue, c.name, area, { level: 'county', id: c.code }, at.period, of(c.code));
  });
  const left = ownPart(office.catalogue, table, ownArea(office, prefecture), at);
  return hasCases(left) ? [...parts, left] : parts;
}

/** The departments that have cases in a prefecture, whoever reported them. */
export const departmentParts = (office: Office, table: Tabulation, prefecture: string, at: PartPeriod): Part[] =>
  office.profile.departments.departments
    .map((d) =>
      partOf(
        office.catalogue,
        d.name,
        { level: 'prefecture', id: prefecture, name: d.name },
        { level: 'prefecture', id: prefecture, department: d.id },
        at.period,
        (i) => table.counts('prefecture', prefecture, i, at.quarters, d.id),
      ),
    )
    .filter(hasCases);

/** The prefectures in which a department has cases; then 省本级, where it has cases of no prefecture. */
export function prefectureParts(office: Office, table: Tabulation, department: string, at: PartPeriod): Part[] {
  const parts = office.regions.prefectures.map((p) =>
    partOf(
      office.catalogue,
      p.name,
      { level: 'prefecture', id: p.code, name: p.name },
      { level: 'prefecture', id: p.code, department },
      at.period,
      (i) => table.counts('prefecture', p.code, i, at.quarters, department),
    ),
  );
  const left = ownPart(office.catalogue, table, ownArea(office, office.regions.province.code), at, department);
  return [...parts, left].filter(hasCases);
}

/** All departments that have cases, each as a whole. */
export const allDepartmentParts = (office: Office, table: Tabulation, at: PartPeriod): Part[] =>
  office.profile.departments.departments
    .map((d) => wholePart(office.catalogue, table, { level: 'department', id: d.id, name: d.name }, at, d.name))
    .filter(hasCases);

/** The units of a group of places, each as a whole; then, where these are all places, 省本级, with which they add up to the province. */
export const placeParts = (office: Office, group: UnitGroup, table: Tabulation, at: PartPeriod): Part[] => [
  ...unitsOfGroup(office, group).map(({ id, name }) =>
    wholePart(office.catalogue, table, { level: 'prefecture', id, name }, at, name),
  ),
  ...(holdsAllPlaces(office, group)
    ? [ownPart(office.catalogue, table, ownArea(office, office.regions.province.code), at)]
    : []),
];

/** Whether no place is assessed elsewhere, or nowhere. */
export const holdsAllPlaces = (office: Office, group: UnitGroup): boolean =>
  unitsOfGroup(office, group).length === office.regions.prefectures.length;
