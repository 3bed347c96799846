import { countText } from '../../domain/display';
import type { EvidencePage } from '../../domain/evidence';
import { overdueText } from '../../domain/overdue';
import { DepartmentLink, PlaceLink } from '../../ui/AreaLink';
import { useEvidence, useOffice, useView } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { overdueRows } from '../../ui/overdueRows';
import { Panel } from '../../ui/Panel';
import type { UnitRef } from './groupView';
import './unit.css';
import { ScrollBox } from '../../ui/ScrollBox';

/** The first of the open overdue cases; the others are one link away. */
const SHOWN = 10;

/** 超期未办结: the cases open longest past their deadline, with a link to all of them. */
export function OverduePanel({ unit }: { unit: UnitRef }) {
  const view = useView();
  const { level } = unit.group;
  const question = {
    indicator: 'open_overdue',
    side: 'numerator',
    level,
    id: unit.id,
    period: null,
    asOf: view.asOf,
    sort: { column: 'closure_due', descending: false },
  } as const;
  const evidence = useEvidence(question);
  return (
    <Panel
      title={`${unit.name}哪些案件超期仍未办结？`}
      note={`办结期限（含批准延期）已过、至 ${view.asOf} 仍未办结的投诉举报，不论哪一期；期限最早的在前；已超期按期限的计法数：期限按工作日计的为工作日，按日历日计的为天`}
    >
      <LoadedView of={evidence} waitingFor="正在读取案件">
        {(data) => <OverdueTable unit={unit} evidence={data} />}
      </LoadedView>
    </Panel>
  );
}

function OverdueTable({ unit, evidence }: { unit: UnitRef; evidence: EvidencePage }) {
  const office = useOffice();
  const view = useView();
  const { level } = unit.group;
  if (evidence.total === 0) return <EmptyState title="没有超期未办结的案件" />;
  const rows = overdueRows(office, evidence.rows.slice(0, SHOWN), view.asOf);
  return (
    <>
      <ScrollBox>
        <table className="kp-plain kp-unit-table kp-unit-list">
          <caption className="kp-hidden">
            到 {view.asOf} {unit.name}超期未办结的案件
          </caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">已超期</th>
              <th scope="col">类型</th>
              <th scope="col">地区</th>
              <th scope="col">承办部门</th>
              <th scope="col">接收日期</th>
              <th scope="col">办结期限</th>
              <th scope="col">来源文件和行</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.file}:${row.sheet}:${row.row}`}>
                <th scope="row">
                  <ScreenLink
                    screen="cases"
                    search={{ indicator: 'open_overdue', side: 'numerator', level, id: unit.id, all: '1' }}
                    find={row.id}
                    className="kp-evidence"
                    label={`案件 ${row.id}`}
                  >
                    {row.id}
                  </ScreenLink>
                </th>
                <td>
                  <strong>{overdueText(row.over)}</strong>
                </td>
                <td>{row.kind}</td>
                <td>
                  <PlaceLink code={row.county} />
                </td>
                <td>
                  <DepartmentLink id={row.department} />
                </td>
                <td>{row.receivedOn}</td>
                <td>{row.due}</td>
                <td>
                  {row.file} {row.sheet && `工作表「${row.sheet}」`} 第 {row.row} 行
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="kp-unit-more">
        {evidence.total > rows.length && `以上为前 ${rows.length} 件，共 ${countText(evidence.total)} 件。`}
        <EvidenceLink indicator="open_overdue" side="numerator" level={level} id={unit.id} all className="kp-no-print">
          查看全部 {countText(evidence.total)} 件
        </EvidenceLink>
      </p>
    </>
  );
}
