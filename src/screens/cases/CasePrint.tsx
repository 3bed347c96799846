import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { countText } from '../../domain/display';
import type { EvidenceQuestion, EvidenceRow } from '../../domain/evidence';
import { useOffice } from '../../ui/data';
import { type CaseColumn, isAfterCutOff, shownValue } from './columns';
import { waitingText } from './overdue';

export interface CasePrintProps {
  question: EvidenceQuestion;
  columns: readonly CaseColumn[];
  rows: readonly EvidenceRow[];
  total: number;
}

/** The list on paper: the rows of the first page as a plain table, which stands in the page only while it is printed. */
export function CasePrint({ question, columns, rows, total }: CasePrintProps) {
  const office = useOffice();
  if (!usePrinting()) return null;
  return (
    <div className="kp-case-print">
      {total > rows.length && (
        <p className="kp-note">
          共 {countText(total)} 件，此处打印前 {countText(rows.length)} 件；完整清单请导出 Excel 或 CSV。
        </p>
      )}
      {question.persons && <p className="kp-note">本清单含当事人，仅供工作使用，请妥善保管。</p>}
      <table className="kp-plain">
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.key} scope="col">
                {c.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.submission}/${row.row}`}>
              {columns.map((c, i) => (
                <td key={c.key} className={c.key === 'file' ? 'kp-case-long' : `kp-case-${c.kind}`}>
                  {shownValue(office, c, row)}
                  {isAfterCutOff(c, row, question.asOf) && '（截止后）'}
                  {i === 0 && ` ${waitingText(office, question, row) ?? ''}`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    // The browser lays the paper out as soon as the listener returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}
