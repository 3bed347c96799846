import { tellsDepartment } from '../../domain/catalogue/ledger';
import type { Office } from '../../domain/office';
import type { UnitGroup } from '../../domain/units';
import { AreaLink } from '../../ui/AreaLink';
import { useOffice, useView } from '../../ui/data';
import { BreakdownPanel } from './BreakdownPanel';
import { allDepartmentParts, prefectureParts, wholePart } from './breakdown';
import type { GroupView, UnitPartsProps } from './groupView';

/** 部门: a list assessed by its own items; made of what a department does in each prefecture. */
export function departmentsView(office: Office, group: UnitGroup): GroupView {
  const { departments, profile, words, groups } = office;
  const others = groups.filter((g) => g !== group).map((g) => g.name);
  return {
    id: group.id,
    of: group,
    level: 'department',
    noun: group.one,
    find: (id) => {
      const found = departments.all.find((d) => d.id === id);
      return found && { id, name: found.name, title: `${found.name}${group.one}考核`, offices: found.office };
    },
    notFound: `不在${profile.name}的${group.one}表中`,
    basis: `部门按条线考核：由该部门承办（办案）的全部案件，不论由哪个单位报送。${profile.departments.note}`,
    ranking: {
      ...(others.length > 0 && { note: `${group.name}与${others.join('、')}分别排名，不混排` }),
      hint: '点名称看评分表',
    },
    all: {
      parts: (table, at) => allDepartmentParts(office, table, at),
      note: `没有案件的${group.one}不列；各${group.one}相加等于${words.whole}${ownOnly(office)}`,
    },
    countedIn: words.whole,
    Parts: DepartmentParts,
  };
}

function DepartmentParts({ area, assessment, table }: UnitPartsProps) {
  const office = useOffice();
  const { own, province, places } = office.words;
  const view = useView();
  const parts = prefectureParts(office, table, area.id, view);
  if (parts.length === 0) return null;
  return (
    <BreakdownPanel
      title={`${area.name}部门在各${places}的案件`}
      note={`不论由谁报送；没有案件的${places}不列；${parts.some((p) => p.address.own) ? `${own}＝台账中写${province}自身代码、不属任何${places}的案件；` : ''}各行相加等于合计；截止 ${view.asOf}`}
      heading={places}
      level="prefecture"
      parts={parts}
      whole={wholePart(office.catalogue, table, area, view, '合计')}
      assessment={assessment}
      renderName={(part) =>
        part.address.own ? (
          part.name
        ) : (
          <AreaLink level="prefecture" id={part.address.id}>
            {part.name}
          </AreaLink>
        )
      }
    />
  );
}

/** What departments do not add up to the whole of: of ledgers without a column of them only what they have sent themselves. */
function ownOnly({ catalogue, words }: Office): string {
  const of = catalogue.collected.filter((ledger) => !tellsDepartment(ledger));
  if (of.length === 0) return '';
  return `（${of.map((ledger) => ledger.name).join('、')}没有部门列：只计各部门自己报送的，${words.places}报送的不分部门）`;
}
