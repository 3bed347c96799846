import { type Office, unitsOfGroup } from '../../domain/office';
import type { UnitGroup } from '../../domain/units';
import { AreaLink } from '../../ui/AreaLink';
import { useOffice, useView } from '../../ui/data';
import { useScreenSearch } from '../../ui/navigation';
import { BreakdownPanel } from './BreakdownPanel';
import { countyParts, departmentParts, holdsAllPlaces, placeParts, wholePart } from './breakdown';
import { CountyName } from './CountyName';
import type { GroupView, UnitPartsProps } from './groupView';
import { OtherNamesPanel } from './OtherNamesPanel';

/** 市州, 区, 管委会: made of counties where they have any, which lie in zones, and of what each department does there. */
export function placesView(office: Office, group: UnitGroup): GroupView {
  const { words, profile, groups } = office;
  const { whole, own, province, county } = words;
  const units = unitsOfGroup(office, group);
  const others = groups.filter((g) => g !== group).map((g) => g.name);
  return {
    id: group.id,
    of: group,
    level: 'prefecture',
    noun: group.one,
    find: (id) => {
      const found = units.find((u) => u.id === id);
      return found && { id, name: found.name, title: `${found.name}考核` };
    },
    notFound: `不是${profile.name}的${group.one}代码`,
    ranking: { hint: `点名称看评分表、${county ? `${county.name}、` : ''}部门和案件；点数字看所计的案件` },
    all: {
      parts: (table, at) => placeParts(office, group, table, at),
      note: holdsAllPlaces(office, group)
        ? `各${group.one}与${own}（台账中写${province}自身代码的案件，不参加排名）相加等于${whole}`
        : `${whole}另含${others.join('、')}的案件和${own}（台账中写${province}自身代码的案件）`,
    },
    countedIn: `${whole}和有关部门`,
    Parts: PlaceParts,
    More: OtherNamesPanel,
  };
}

function PlaceParts({ area, assessment, table }: UnitPartsProps) {
  const office = useOffice();
  const view = useView();
  const { county } = useScreenSearch('units/');
  const { id, name } = area;
  const { words } = office;
  const counties = countyParts(office, table, id, view);
  const departments = departmentParts(office, table, id, view);
  const whole = wholePart(office.catalogue, table, area, view, `${name}合计`);
  return (
    <>
      {words.county && counties.length > 0 && (
        <BreakdownPanel
          title={`${name}的${words.county.full}`}
          note={`每格为指标值和 分子/分母（没有分子的为 n）；${counties.some((p) => p.address.own) ? `本级＝台账中写${words.prefecture}自身代码、不属任何${words.county.name}的案件，与各${words.county.name}相加等于合计；` : ''}截止 ${view.asOf}`}
          heading={words.county.name}
          level="county"
          parts={counties}
          whole={whole}
          assessment={assessment}
          chosen={county && `county/${county}/`}
          renderName={(part) => <CountyName part={part} />}
        />
      )}
      {departments.length > 0 && (
        <BreakdownPanel
          title={`${name}各部门办理的案件`}
          note={`按承办（办案）部门分，不论由谁报送，各部门相加等于合计；没有案件的部门不列；截止 ${view.asOf}`}
          heading="部门"
          level="department"
          parts={departments}
          whole={whole}
          assessment={assessment}
          renderName={(part) => (
            <AreaLink level="department" id={part.address.department ?? ''}>
              {part.name}
            </AreaLink>
          )}
        />
      )}
    </>
  );
}
