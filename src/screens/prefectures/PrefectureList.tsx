import type { Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import { CautionNote } from '../../ui/CautionNote';
import { useOffice, useScheme, useView } from '../../ui/data';
import { ScreenLink } from '../../ui/navigation';
import { WidePaper } from '../../ui/print/WidePaper';
import { BreakdownPanel } from '../../ui/unit/BreakdownPanel';
import { allPrefectureParts, wholePart } from '../../ui/unit/breakdown';
import { RankingList } from '../../ui/unit/RankingList';

/** All prefectures by rank, and their case indicators. */
export function PrefectureList({ assessment, table }: { assessment: Assessment; table: Tabulation }) {
  const office = useOffice();
  const scheme = useScheme();
  const view = useView();
  const { province } = office.regions;
  const whole = wholePart(table, { level: 'province', id: province.code, name: province.name }, view, '全省');
  return (
    <>
      <WidePaper />
      {scheme.sample && <CautionNote label="示例方案">{scheme.caution}</CautionNote>}
      <RankingList
        group="prefectures"
        assessment={assessment}
        table={table}
        hint="点名称看评分表、县区、部门和案件；点数字看所计的案件"
      />
      <BreakdownPanel
        title="各市州的案件指标"
        note={`每格为指标值和 分子/分母；各市州与省本级（台账中写省自身代码的案件，不参加排名）相加等于全省；截止 ${view.asOf}`}
        heading="市州"
        parts={allPrefectureParts(office, table, view)}
        whole={whole}
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
    </>
  );
}
