import { useOffice, useView } from '../../ui/data';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import { BreakdownPanel } from './BreakdownPanel';
import { allPrefectureParts, countyParts, departmentParts, wholePart } from './breakdown';
import { CountyName } from './CountyName';
import { OtherNamesPanel } from './OtherNamesPanel';
import type { UnitGroup, UnitPartsProps } from './unitGroup';

/** 市州: made of counties, which lie in zones, and of what each department does there. */
export const PREFECTURES: UnitGroup = {
  id: 'prefectures',
  level: 'prefecture',
  noun: '市州',
  find: ({ regions }, id) => {
    const found = regions.prefectures.find((p) => p.code === id);
    return found && { id, name: found.name, title: `${found.name}考核` };
  },
  notFound: ({ profile }) => `不是${profile.name}的市州代码`,
  ranking: { hint: '点名称看评分表、县区、部门和案件；点数字看所计的案件' },
  all: {
    parts: allPrefectureParts,
    note: '各市州与省本级（台账中写省自身代码的案件，不参加排名）相加等于全省',
  },
  countedIn: '全省和有关部门',
  Parts: PrefectureParts,
  More: OtherNamesPanel,
};

function PrefectureParts({ area, assessment, table }: UnitPartsProps) {
  const office = useOffice();
  const view = useView();
  const { county } = useScreenSearch('prefectures');
  const { id, name } = area;
  const counties = countyParts(office, table, id, view);
  const departments = departmentParts(office, table, id, view);
  const whole = wholePart(office.catalogue, table, area, view, `${name}合计`);
  return (
    <>
      <BreakdownPanel
        title={`${name}的县（市、区、行委）`}
        note={`每格为指标值和 分子/分母；${counties.some((p) => p.address.own) ? '本级＝台账中写市州自身代码、不属任何县区的案件，与各县区相加等于合计；' : ''}截止 ${view.asOf}`}
        heading="县区"
        parts={counties}
        whole={whole}
        assessment={assessment}
        chosen={county && `county/${county}/`}
        renderName={(part) => <CountyName part={part} />}
      />
      {departments.length > 0 && (
        <BreakdownPanel
          title={`${name}各部门办理的案件`}
          note={`按承办（办案）部门分，不论由谁报送，各部门相加等于市州合计；没有案件的部门不列；截止 ${view.asOf}`}
          heading="部门"
          parts={departments}
          whole={whole}
          assessment={assessment}
          renderName={(part) => (
            <ScreenLink screen="departments" search={{ id: part.address.department }}>
              {part.name}
            </ScreenLink>
          )}
        />
      )}
    </>
  );
}
