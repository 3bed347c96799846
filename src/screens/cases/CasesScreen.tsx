import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { countText } from '../../domain/display';
import { type EvidencePage, type EvidenceQuestion, isFigureQuestion, ledgerOf } from '../../domain/evidence';
import { personalFields } from '../../domain/persons';
import { setCaseSearch, useCaseSearch } from '../../ui/caseSearch';
import { useFirstPage, useOffice, useStarting, useView, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink, useGoTo, useScreenSearch } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { Panel } from '../../ui/Panel';
import { PersonsSwitch } from '../../ui/PersonsSwitch';
import { PrintButton } from '../../ui/print/PrintButton';
import { WidePaper } from '../../ui/print/WidePaper';
import { BlankColumns } from './BlankColumns';
import { CaseControls } from './CaseControls';
import { CaseDrawer } from './CaseDrawer';
import { CaseExport } from './CaseExport';
import { CasePrint } from './CasePrint';
import { CasesTitle } from './CasesTitle';
import { CaseTable } from './CaseTable';
import { ColumnChoice } from './ColumnChoice';
import { CommonQuestions } from './CommonQuestions';
import { type CaseColumn, shownColumns } from './columns';
import { useListedColumns, useWhole } from './listed';
import { headline, questionOf } from './question';
import { SearchBox } from './SearchBox';
import { beginShowing, tellShown } from './shown';
import { useOpened } from './useOpened';
import './cases.css';

/** 案件: exactly the rows behind a number, and the way from each to its file and row. */
export default function CasesScreen() {
  const office = useOffice();
  const search = useScreenSearch('cases');
  const { period, asOf } = useView();
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const key = JSON.stringify(search);
  const { text: find } = useCaseSearch();
  // The same question stays the same object, however often the address is parsed.
  const asked = useMemo(
    () => questionOf(office, JSON.parse(key), period, asOf, find),
    [office, key, period, asOf, find],
  );
  const [persons, setPersons] = useState(false);
  // A link from elsewhere opens its rows whole.
  useEffect(() => () => setCaseSearch(''), []);
  if (starting === null && submissions.length === 0)
    return (
      <>
        <PageTitle title="案件" />
        <EmptyState title="还没有报送">
          到<ScreenLink screen="submissions">报送</ScreenLink>页面拖入台账文件后，这里可以查到每一件案件。
        </EmptyState>
      </>
    );
  if (asked && !('fault' in asked)) {
    const questions = 'question' in asked ? [asked.question] : asked.inLedgers;
    return <Cases asked={questions} chosen={search.columns} persons={persons} onPersons={setPersons} />;
  }
  return (
    <>
      <WidePaper />
      <PageTitle title="案件" note="任何一个数字背后的案件，连同期限、依据、来源文件和行号" />
      {asked && <EmptyState title={asked.fault}>链接可能不完整，请从下面选择。</EmptyState>}
      <CommonQuestions />
    </>
  );
}

interface CasesProps {
  /** The question, or several of which the one that finds the case is shown. */
  asked: readonly EvidenceQuestion[];
  chosen: string | undefined;
  /** Whether the names of the parties are shown on purpose. */
  persons: boolean;
  onPersons: (shown: boolean) => void;
}

function Cases({ asked, chosen, persons, onPersons }: CasesProps) {
  const office = useOffice();
  const { catalogue } = office;
  const { of, opened, open } = useOpened(asked);
  const shown = asked[of] as EvidenceQuestion;
  const named = personalFields(catalogue.ledger(ledgerOf(catalogue, shown))).length > 0;
  const question = useMemo(
    () => (named && persons ? { ...shown, persons: true as const } : shown),
    [shown, named, persons],
  );
  const goTo = useGoTo();
  const show = (on: boolean) => {
    if (on) beginShowing();
    onPersons(on);
  };
  const first = useFirstPage(question, tellShown);
  const listed = useListedColumns(question, chosen, first);
  const columns = listed.state === 'ready' ? listed.data.shown : shownColumns(office, question, chosen);
  const total = first.state === 'ready' ? first.data.total : null;
  const whole = useWhole(question);
  return (
    <>
      <WidePaper />
      <CasesTitle
        question={question}
        total={total}
        whole={whole}
        actions={
          <>
            <Button
              size="small"
              onClick={() => {
                setCaseSearch('');
                void goTo('cases');
              }}
            >
              其他清单
            </Button>
            {total !== null && <CaseExport question={question} shown={columns} total={total} />}
            <PrintButton />
          </>
        }
      />
      <CaseControls question={question} />
      <Panel
        className="kp-case-panel"
        title={
          total === null
            ? '案件清单'
            : `${question.search ? '找到' : '共'} ${countText(total)} 件${whole === null ? '' : `，是全部 ${countText(whole)} 件的一部分`}`
        }
        note={
          <>
            标“后”的发生在数据截止日之后，未计入
            {total !== 0 && listed.state === 'ready' && <BlankColumns question={question} columns={listed.data} />}
          </>
        }
        hint="点一行看期限、依据和来源，↑↓ 逐件看；点列名排序"
        actions={
          <>
            {named && <PersonsSwitch shown={persons} until="离开“案件”页面后" onChange={show} />}
            <SearchBox text={question.search ?? ''} />
            <ColumnChoice question={question} shown={columns} />
          </>
        }
      >
        <LoadedView of={first} waitingFor="正在查找案件">
          {(page) => (
            <LoadedView of={listed} waitingFor="正在查找案件">
              {({ shown }) => (
                <CaseList question={question} page={page} columns={shown} opened={opened} onOpen={open} />
              )}
            </LoadedView>
          )}
        </LoadedView>
      </Panel>
    </>
  );
}

interface CaseListProps {
  question: EvidenceQuestion;
  page: EvidencePage;
  columns: readonly CaseColumn[];
  opened: number | null;
  onOpen: (index: number | null) => void;
}

function CaseList({ question, page, columns, opened, onOpen }: CaseListProps) {
  const office = useOffice();
  const caption = headline(office, question, page.total);
  if (page.total === 0)
    return (
      <EmptyState title="没有这样的案件">
        {isFigureQuestion(question)
          ? '可以换一个期间、地区、一类，或清除查找的文字。'
          : `截止日 ${question.asOf} 之后才接收、决定的案件和搁置的行不在其中。可以换一本台账、一个地区，或改用编号的一部分查找。`}
      </EmptyState>
    );
  return (
    <>
      <CaseTable
        caption={caption}
        question={question}
        columns={columns}
        total={page.total}
        opened={opened}
        onOpen={onOpen}
      />
      <CasePrint question={question} columns={columns} total={page.total} />
      <CaseDrawer question={question} total={page.total} index={opened} onStep={onOpen} onClose={() => onOpen(null)} />
    </>
  );
}
