import type { RankingRow } from '../../assessment/assess';
import { unitsScreen } from '../../ui/address';
import { ScreenLink, useScreenSearch } from '../../ui/navigation';
import type { UnitRef } from './groupView';
import type { UnitSummary } from './summary';
import './unit.css';

/** Back to the list, and to the neighbours in the order of the ranking; the chosen indicator goes along. */
export function UnitNav({ unit, summary }: { unit: UnitRef; summary: UnitSummary }) {
  const { id, noun } = unit.group;
  const screen = unitsScreen(id);
  const { indicator } = useScreenSearch(screen);
  const to = (row: RankingRow | null, words: string) =>
    row && (
      <ScreenLink screen={screen} search={{ id: row.id, indicator }}>
        {words}：{row.name}
        {row.rank === null ? '（不参评）' : `（第 ${row.rank} 名）`}
      </ScreenLink>
    );
  return (
    <nav className="kp-unit-nav kp-no-print" aria-label={`${noun}之间`}>
      <ScreenLink screen={screen} search={{}}>
        全部{noun}
      </ScreenLink>
      {to(summary.previous, '上一个')}
      {to(summary.next, '下一个')}
    </nav>
  );
}
