import { useOffice, useView } from '../../ui/data';
import { ScreenLink } from '../../ui/navigation';
import { BreakdownPanel } from './BreakdownPanel';
import { allDepartmentParts, prefectureParts, wholePart } from './breakdown';
import type { UnitGroup, UnitPartsProps } from './unitGroup';

/** 部门: the second list, assessed by its own items; made of what a department does in each prefecture. */
export const DEPARTMENTS: UnitGroup = {
  id: 'departments',
  level: 'department',
  noun: '部门',
  find: ({ departments }, id) => {
    const found = departments.all.find((d) => d.id === id);
    return found && { id, name: found.name, title: `${found.name}部门考核`, offices: found.office };
  },
  notFound: ({ profile }) => `不在${profile.name}的部门表中`,
  basis: ({ profile }) =>
    `部门按条线考核：由该部门承办（办案）的全部案件，不论由市州还是部门报送。${profile.departments.note}`,
  ranking: { note: '部门与市州分别排名，不混排', hint: '点名称看评分表' },
  all: { parts: allDepartmentParts, note: '没有案件的部门不列；各部门相加等于全省' },
  countedIn: '全省',
  Parts: DepartmentParts,
};

function DepartmentParts({ area, assessment, table }: UnitPartsProps) {
  const office = useOffice();
  const view = useView();
  const parts = prefectureParts(office, table, area.id, view);
  if (parts.length === 0) return null;
  return (
    <BreakdownPanel
      title={`${area.name}部门在各市州的案件`}
      note={`不论由谁报送；没有案件的市州不列；${parts.some((p) => p.address.own) ? '省本级＝台账中写省自身代码、不属任何市州的案件；' : ''}各行相加等于合计；截止 ${view.asOf}`}
      heading="市州"
      parts={parts}
      whole={wholePart(office.catalogue, table, area, view, '合计')}
      assessment={assessment}
      renderName={(part) =>
        part.address.own ? (
          part.name
        ) : (
          <ScreenLink screen="prefectures" search={{ id: part.address.id }}>
            {part.name}
          </ScreenLink>
        )
      }
    />
  );
}
