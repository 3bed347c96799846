import type { Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import { unitsScreen } from '../../ui/address';
import { CautionNote } from '../../ui/CautionNote';
import { useOffice, useScheme, useView } from '../../ui/data';
import { ScreenLink } from '../../ui/navigation';
import { WidePaper } from '../../ui/print/WidePaper';
import { BreakdownPanel } from './BreakdownPanel';
import { wholePart } from './breakdown';
import type { GroupView } from './groupView';
import { RankingList } from './RankingList';

/** All units of a list by rank, and their case indicators. */
export function UnitList(props: { group: GroupView; assessment: Assessment; table: Tabulation }) {
  const { group, assessment, table } = props;
  const scheme = useScheme();
  const view = useView();
  const { catalogue, regions, words } = useOffice();
  const { province } = regions;
  const parts = group.all.parts(table, view);
  const whole = wholePart(
    catalogue,
    table,
    { level: 'province', id: province.code, name: province.name },
    view,
    words.whole,
  );
  return (
    <>
      <WidePaper />
      {scheme.sample && <CautionNote label="示例方案">{scheme.caution}</CautionNote>}
      {group.basis && <CautionNote label="口径">{group.basis}</CautionNote>}
      <RankingList group={group} assessment={assessment} table={table} {...group.ranking} />
      {parts.length > 0 && (
        <BreakdownPanel
          title={`各${group.noun}的案件指标`}
          note={`每格为指标值和 分子/分母（没有分子的为 n）；${group.all.note}；截止 ${view.asOf}`}
          heading={group.noun}
          level={group.level}
          parts={parts}
          whole={whole}
          assessment={assessment}
          renderName={(part) =>
            part.address.own ? (
              part.name
            ) : (
              <ScreenLink screen={unitsScreen(group.id)} search={{ id: part.address.id }}>
                {part.name}
              </ScreenLink>
            )
          }
        />
      )}
    </>
  );
}
