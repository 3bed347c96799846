import { useMemo } from 'react';
import type { Tabulation } from '../../domain/cells';
import { countText } from '../../domain/display';
import type { ReportingState } from '../../domain/register';
import { useOffice, useRegister, useView } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { UndatedNote } from '../../ui/UndatedNote';
import { type AttentionRow, attentionRows } from './attention';

/** 需要关注: what is open and overdue, not disclosed, not reported or late; each count opens its rows. */
export function AttentionPanel({ table }: { table: Tabulation }) {
  const office = useOffice();
  const view = useView();
  const register = useRegister();
  return (
    <Panel title="现在需要关注什么？" note={`件数；报送以“单位×季度×台账”计份；截止 ${view.asOf}`}>
      <LoadedView of={register}>
        {(entries) => <AttentionTable rows={attentionRows(office, table, entries, view.quarters)} />}
      </LoadedView>
    </Panel>
  );
}

function AttentionTable({ rows }: { rows: AttentionRow[] }) {
  const view = useView();
  const caption = useMemo(() => `${view.name}需要关注的事项`, [view.name]);
  return (
    <table className="kp-plain">
      <caption className="kp-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">范围</th>
          <th scope="col">超期未办结（件）</th>
          <th scope="col">应公示未公示（件）</th>
          <th scope="col">未报送（份）</th>
          <th scope="col">迟报（份）</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.name}</th>
            <td>
              <CaseCount row={row} count={row.openOverdue} what="open_overdue" label="超期未办结" />
              {row.area && (
                <UndatedNote indicator="open_overdue" {...row.area} name={row.name} undated={row.openUndated} />
              )}
            </td>
            <td>
              <CaseCount row={row} count={row.undisclosed} what="disclosure_rate" label="应公示未公示" />
              {row.area && (
                <UndatedNote
                  indicator="disclosure_rate"
                  {...row.area}
                  name={row.name}
                  undated={row.disclosureUndated}
                />
              )}
            </td>
            <td>
              <SubmissionCount row={row} count={row.unreported} state="unreported" label="未报送" />
            </td>
            <td>
              <SubmissionCount row={row} count={row.late} state="late" label="迟报" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CaseCountProps {
  row: AttentionRow;
  count: number | null;
  what: 'open_overdue' | 'disclosure_rate';
  label: string;
}

function CaseCount({ row, count, what, label }: CaseCountProps) {
  if (count === null || row.area === null) return '—';
  if (count === 0) return '0';
  return (
    <EvidenceLink
      indicator={what}
      side={what === 'open_overdue' ? 'numerator' : 'missing'}
      level={row.area.level}
      id={row.area.id}
      label={`${row.name} ${label} ${count} 件，查看案件`}
    >
      {countText(count)}
    </EvidenceLink>
  );
}

function SubmissionCount(props: { row: AttentionRow; count: number; state: ReportingState; label: string }) {
  const { row, count, state, label } = props;
  if (count === 0) return '0';
  return (
    <ScreenLink
      screen="submissions"
      search={{ tab: 'register', state, unit: row.unit ?? undefined }}
      className="kp-evidence"
      label={`${row.name} ${label} ${count} 份，查看登记`}
    >
      {countText(count)}
    </ScreenLink>
  );
}
