import type { Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import { CautionNote } from '../../ui/CautionNote';
import { useOffice, useScheme, useView } from '../../ui/data';
import { ScreenLink } from '../../ui/navigation';
import { WidePaper } from '../../ui/print/WidePaper';
import { BreakdownPanel } from '../../ui/unit/BreakdownPanel';
import { allDepartmentParts, wholePart } from '../../ui/unit/breakdown';
import { RankingList } from '../../ui/unit/RankingList';

/** All departments by rank, and the case indicators of those that have cases. */
export function DepartmentList({ assessment, table }: { assessment: Assessment; table: Tabulation }) {
  const office = useOffice();
  const scheme = useScheme();
  const view = useView();
  const { province } = office.regions;
  const parts = allDepartmentParts(office, table, view);
  const whole = wholePart(table, { level: 'province', id: province.code, name: province.name }, view, '全省');
  return (
    <>
      <WidePaper />
      {scheme.sample && <CautionNote label="示例方案">{scheme.caution}</CautionNote>}
      <CautionNote label="口径">
        部门按条线考核：由该部门承办（办案）的全部案件，不论由市州还是部门报送。{office.profile.departments.note}
      </CautionNote>
      <RankingList
        group="departments"
        assessment={assessment}
        table={table}
        note="部门与市州分别排名，不混排"
        hint="点名称看评分表"
      />
      {parts.length > 0 && (
        <BreakdownPanel
          title="各部门的案件指标"
          note={`每格为指标值和 分子/分母；没有案件的部门不列；各部门相加等于全省；截止 ${view.asOf}`}
          heading="部门"
          parts={parts}
          whole={whole}
          assessment={assessment}
          renderName={(part) => (
            <ScreenLink screen="departments" search={{ id: part.address.id }}>
              {part.name}
            </ScreenLink>
          )}
        />
      )}
    </>
  );
}
