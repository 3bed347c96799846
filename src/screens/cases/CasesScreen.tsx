import { Button } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { countText } from '../../domain/display';
import type { EvidencePage, EvidenceQuestion, EvidenceRow } from '../../domain/evidence';
import { counted } from '../../domain/evidence';
import { LEDGERS } from '../../domain/ledgers';
import { personalFields } from '../../domain/persons';
import { setCaseSearch, useCaseSearch } from '../../ui/caseSearch';
import { useOffice, useStarting, useView, useWorkspaceState } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink, useGoTo, useScreenSearch } from '../../ui/navigation';
import { PageTitle } from '../../ui/PageTitle';
import { Panel } from '../../ui/Panel';
import { PrintButton } from '../../ui/PrintButton';
import { CaseControls } from './CaseControls';
import { CaseDrawer } from './CaseDrawer';
import { CaseExport } from './CaseExport';
import { CasePrint } from './CasePrint';
import { CaseTable } from './CaseTable';
import { ColumnChoice } from './ColumnChoice';
import { CommonQuestions } from './CommonQuestions';
import { type CaseColumn, shownColumns } from './columns';
import { PersonsSwitch } from './PersonsSwitch';
import { useFirstPage } from './pages';
import { headline, questionOf } from './question';
import { SearchBox } from './SearchBox';
import './cases.css';

/** 案件: exactly the rows behind a number, and the way from each to its file and row. */
export default function CasesScreen() {
  const office = useOffice();
  const search = useScreenSearch('cases');
  const { period, asOf } = useView();
  const { submissions } = useWorkspaceState();
  const starting = useStarting();
  const key = JSON.stringify(search);
  // The same question stays the same object, however often the address is parsed.
  const find = useCaseSearch();
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
  if (asked && 'question' in asked)
    return <Cases asked={asked.question} chosen={search.columns} persons={persons} onPersons={setPersons} />;
  return (
    <>
      <PageTitle title="案件" note="任何一个数字背后的案件，连同期限、依据、来源文件和行号" />
      {asked && <EmptyState title={asked.fault}>链接可能不完整，请从下面选择。</EmptyState>}
      <CommonQuestions />
    </>
  );
}

interface CasesProps {
  asked: EvidenceQuestion;
  chosen: string | undefined;
  /** Whether the names of the parties are shown on purpose. */
  persons: boolean;
  onPersons: (shown: boolean) => void;
}

function Cases({ asked, chosen, persons, onPersons }: CasesProps) {
  const named = personalFields(LEDGERS[counted(asked.indicator).ledger]).length > 0;
  const question = useMemo(
    () => (named && persons ? { ...asked, persons: true as const } : asked),
    [asked, named, persons],
  );
  const office = useOffice();
  const goTo = useGoTo();
  const first = useFirstPage(question);
  const columns = useMemo(() => shownColumns(question.indicator, chosen), [question.indicator, chosen]);
  const total = first.state === 'ready' ? first.data.total : null;
  const { words, basis, confidence } = counted(question.indicator);
  return (
    <>
      <PageTitle
        title={headline(office, question, total)}
        note={`计入${words.period}；依据：${basis}；${confidence}`}
        actions={
          <>
            <Button
              size="small"
              onClick={() => {
                setCaseSearch('');
                goTo('cases');
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
        title={total === null ? '案件清单' : `${question.search ? '找到' : '共'} ${countText(total)} 件`}
        note="点一行看期限、依据和来源；点列名排序。标“后”的发生在数据截止日之后，未计入。"
        actions={
          <>
            {named && <PersonsSwitch shown={persons} onChange={onPersons} />}
            <SearchBox text={question.search ?? ''} />
            <ColumnChoice indicator={question.indicator} shown={columns} />
          </>
        }
      >
        <LoadedView of={first} waitingFor="正在查找案件">
          {(page) => <CaseList question={question} page={page} columns={columns} />}
        </LoadedView>
      </Panel>
    </>
  );
}

interface CaseListProps {
  question: EvidenceQuestion;
  page: EvidencePage;
  columns: readonly CaseColumn[];
}

function CaseList({ question, page, columns }: CaseListProps) {
  const office = useOffice();
  const [opened, setOpened] = useState<EvidenceRow | null>(null);
  const caption = headline(office, question, page.total);
  if (page.total === 0) return <EmptyState title="没有这样的案件">可以换一个期间、地区，或清除查找的文字。</EmptyState>;
  return (
    <>
      <CaseTable caption={caption} question={question} columns={columns} total={page.total} onOpen={setOpened} />
      <CasePrint question={question} columns={columns} rows={page.rows} total={page.total} />
      <CaseDrawer question={question} row={opened} onClose={() => setOpened(null)} />
    </>
  );
}
