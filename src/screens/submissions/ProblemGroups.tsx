import { countText } from '../../domain/display';
import type { ProblemGroup } from '../../domain/problemGroups';
import { problemName } from '../../domain/problemNames';
import { countedRows } from '../../domain/rowRuns';
import { useOffice, useProblemGroups } from '../../ui/data';
import { mapLoaded } from '../../ui/data/loaded';
import { useSetSearch } from '../../ui/navigation';
import type { ProblemQuestion } from '../../workspace/workspace';
import { PagedProblems } from './PagedProblems';
import { groupAddress, type ListQuestion, type OpenRow } from './problemQuestion';
import { columnText, groupCountText, groupRowsText, wholeText } from './problemWords';
import { RowButton } from './RowButton';

const useGroupPage = (question: ProblemQuestion) =>
  mapLoaded(useProblemGroups(question), ({ total, problems, groups }) => ({
    total,
    rows: groups,
    count: groupCountText(total, problems),
  }));

/** One line for each cause: file, sheet, column and code; many rows open to a list of their own. */
export function ProblemGroups({ question, onOpen }: { question: ListQuestion; onOpen: OpenRow }) {
  return (
    <PagedProblems<ProblemGroup>
      caption="问题清单"
      question={question}
      usePage={useGroupPage}
      rowKey={groupAddress}
      where={{ row: { title: '行', width: 168, render: (_, g) => <GroupRows group={g} onOpen={onOpen} /> } }}
      printed={{ row: { key: 'rows', title: '行', render: groupRowsText } }}
      unit="条"
      foundIn="导出的清单"
    />
  );
}

/** Which rows; many lead to their list, one that was put aside to what stands in it. */
function GroupRows({ group, onOpen }: { group: ProblemGroup; onOpen: OpenRow }) {
  const { catalogue } = useOffice();
  const setSearch = useSetSearch('submissions');
  const [first] = group.runs;
  if (!first) return wholeText(group);
  if (group.count === 1) return <RowButton of={group} row={first[0]} onOpen={onOpen} label={`第 ${first[0]} 行`} />;
  const words = countedRows(group.runs, group.rows);
  return (
    <>
      <button
        type="button"
        className="kp-link-button"
        aria-label={`${group.file} ${columnText(group)} ${problemName(catalogue, group.code)}：${words}，逐行查看`}
        onClick={() => setSearch({ cause: groupAddress(group) })}
      >
        {countText(group.count)} 行
      </button>
      <small className="kp-group-rows">{words.replace(/，共 [\d,]+ 行$/, '')}</small>
    </>
  );
}
