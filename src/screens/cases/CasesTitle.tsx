import type { ReactNode } from 'react';
import { type EvidenceQuestion, isFigureQuestion } from '../../domain/evidence';
import { useOffice } from '../../ui/data';
import { PageTitle } from '../../ui/PageTitle';
import { headline } from './question';

interface CasesTitleProps {
  question: EvidenceQuestion;
  total: number | null;
  whole: number | null;
  actions: ReactNode;
}

/** The heading: the question in words, or what was searched for, which the window's title must not hold. */
export function CasesTitle({ question, total, whole, actions }: CasesTitleProps) {
  const office = useOffice();
  const words = headline(office, question, total, whole);
  if (isFigureQuestion(question)) {
    const { words: of, basis, confidence } = office.catalogue.overCases(question.indicator);
    return (
      <PageTitle
        title={words}
        note={`计入${of.period}；依据：${basis}；${confidence}`}
        actions={actions}
        anyPeriod={question.period === null}
      />
    );
  }
  const note = '不分考核期和指标；搁置的行不在其中';
  if (!question.search) return <PageTitle title={words} note={note} actions={actions} anyPeriod />;
  return (
    <PageTitle
      title={`查找：${question.search}`}
      windowTitle={words}
      note={`${words}；${note}`}
      actions={actions}
      anyPeriod
    />
  );
}
