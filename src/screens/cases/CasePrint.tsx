import type { EvidenceQuestion, EvidenceRow } from '../../domain/evidence';
import { useOffice } from '../../ui/data';
import { type PrintColumn, PrintList } from '../../ui/print/PrintList';
import { type CaseColumn, isAfterCutOff, shownValue } from './columns';
import { usePrintRows } from './listed';
import { waitingText } from './overdue';

export interface CasePrintProps {
  question: EvidenceQuestion;
  columns: readonly CaseColumn[];
  total: number;
}

/** Columns whose words stay whole on paper. */
const kindOf = ({ key, kind }: CaseColumn, id: boolean): Partial<Pick<PrintColumn<EvidenceRow>, 'kind'>> => {
  if (key === 'file') return { kind: 'name' };
  if (kind === 'number') return { kind: 'number' };
  return id || kind === 'day' ? { kind: 'whole' } : {};
};

/** The list on paper. */
export function CasePrint({ question, columns, total }: CasePrintProps) {
  const office = useOffice();
  const rows = usePrintRows(question, total);
  return (
    <>
      {question.persons && <p className="kp-note kp-print-only">本清单含当事人，仅供工作使用，请妥善保管。</p>}
      <PrintList<EvidenceRow>
        caption="案件清单"
        columns={columns.map((column, i) => ({
          key: column.key,
          title: column.label,
          ...kindOf(column, i === 0),
          render: (row) => (
            <>
              {shownValue(office, column, row)}
              {isAfterCutOff(column, row, question.asOf) && '（截止后）'}
              {i === 0 && ` ${waitingText(office, question, row) ?? ''}`}
            </>
          ),
        }))}
        rows={rows}
        total={total}
        unit="件"
        where="导出的 Excel 或 CSV"
        rowKey={(row) => `${row.submission}/${row.sheet}/${row.row}`}
      />
    </>
  );
}
