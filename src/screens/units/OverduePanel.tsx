import type { Attention } from '../../domain/catalogue/indicator';
import { countText } from '../../domain/display';
import type { EvidencePage } from '../../domain/evidence';
import { overdueText } from '../../domain/overdue';
import { DepartmentLink, PlaceLink } from '../../ui/AreaLink';
import { useEvidence, useOffice, useView } from '../../ui/data';
import { EmptyState } from '../../ui/EmptyState';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { overdueOf, overdueQuestion, overdueRows } from '../../ui/overdueRows';
import { Panel } from '../../ui/Panel';
import type { UnitRef } from './groupView';
import './unit.css';
import { ScrollBox } from '../../ui/ScrollBox';

/** The first of the open overdue cases; the others are one link away. */
const SHOWN = 10;

/** The cases that wait longest past their deadline, with a link to all of them. */
export function OverduePanel({ of, unit }: { of: Attention; unit: UnitRef }) {
  const office = useOffice();
  const view = useView();
  const evidence = useEvidence(overdueQuestion(of, { level: unit.group.level, id: unit.id }, view.asOf));
  const { ledger, deadline, due } = overdueOf(office, of);
  return (
    <Panel
      title={`${unit.name}哪些案件超期仍未${deadline.says}？`}
      note={`${due}${deadline.extension ? '（含批准延期）' : ''}已过、至 ${view.asOf} 仍未${deadline.says}的${ledger.row.name}，不论哪一期；期限最早的在前；已超期按期限的计法数：期限按工作日计的为工作日，按日历日计的为天`}
    >
      <LoadedView of={evidence} waitingFor="正在读取案件">
        {(data) => <OverdueTable of={of} unit={unit} evidence={data} />}
      </LoadedView>
    </Panel>
  );
}

function OverdueTable({ of, unit, evidence }: { of: Attention; unit: UnitRef; evidence: EvidencePage }) {
  const office = useOffice();
  const view = useView();
  const { level } = unit.group;
  const { name, side } = of.question;
  if (evidence.total === 0) return <EmptyState title={`没有${name}的案件`} />;
  const rows = overdueRows(office, of, evidence.rows.slice(0, SHOWN), view.asOf);
  const heads = overdueOf(office, of);
  const counted = office.catalogue.countUnit(of);
  return (
    <>
      <ScrollBox>
        <table className="kp-plain kp-unit-table kp-unit-list">
          <caption className="kp-hidden">
            到 {view.asOf} {unit.name}
            {name}的案件
          </caption>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">已超期</th>
              {heads.kind !== null && <th scope="col">{heads.kind}</th>}
              <th scope="col">地区</th>
              <th scope="col">承办部门</th>
              <th scope="col">{heads.begun}</th>
              <th scope="col">{heads.due}</th>
              <th scope="col">来源文件和行</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.file}:${row.sheet}:${row.row}`}>
                <th scope="row">
                  <ScreenLink
                    screen="cases"
                    search={{ indicator: of.id, side, level, id: unit.id, all: '1' }}
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
                {heads.kind !== null && <td>{row.kind}</td>}
                <td>
                  <PlaceLink code={row.county} />
                </td>
                <td>
                  <DepartmentLink id={row.department} />
                </td>
                <td>{row.begun}</td>
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
        {evidence.total > rows.length &&
          `以上为前 ${rows.length} ${counted}，共 ${countText(evidence.total)} ${counted}。`}
        <EvidenceLink indicator={of.id} side={side} level={level} id={unit.id} all className="kp-no-print">
          查看全部 {countText(evidence.total)} {counted}
        </EvidenceLink>
      </p>
    </>
  );
}
