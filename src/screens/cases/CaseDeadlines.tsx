import { CONFIDENCE_LEGEND } from '../../domain/confidence';
import { type DeadlineState, deadlineLines } from '../../domain/deadlineLines';
import { limitText } from '../../domain/deadlines';
import type { EvidenceRow } from '../../domain/evidence';
import type { LedgerId } from '../../domain/ledgers';
import { ownDayText } from '../../domain/ownDay';
import { useOffice } from '../../ui/data';

const MARKS: Record<DeadlineState, string> = {
  on_time: '✓',
  late: '✕',
  open: '✕',
  not_due: '○',
  undated: '◇',
  not_applicable: '—',
};

interface CaseDeadlinesProps {
  ledger: LedgerId;
  row: EvidenceRow;
  asOf: string;
}

/** The deadlines of a case at the cut-off, each with what decided it, and how many days it took; nothing of a ledger without either. */
export function CaseDeadlines({ ledger, row, asOf }: CaseDeadlinesProps) {
  const office = useOffice();
  const lines = deadlineLines(office, office.catalogue.ledger(ledger), row, asOf);
  const durations = office.catalogue.durationsOf(ledger);
  if (lines.length === 0 && durations.length === 0) return null;
  return (
    <section className="kp-case-section">
      <h2>{lines.length > 0 ? '期限' : '用时'}</h2>
      <p className="kp-note">
        按数据截止日 {asOf} 当天的情况{lines.length > 0 && '；期限首日不计'}。
      </p>
      {durations.map((i) => (
        <p key={i.id}>
          {i.daysName}：{row[i.id] ?? '截止日前没有'}
        </p>
      ))}
      {lines.map((line) => (
        <div key={line.name} className="kp-case-deadline">
          <h3>
            {line.name}
            <span className={`kp-case-state kp-case-state-${line.state}`}>
              <span aria-hidden="true">{MARKS[line.state]}</span> {line.words}
            </span>
          </h3>
          <dl className="kp-case-facts">
            {!line.own && (
              <>
                <dt>起算</dt>
                <dd>
                  {line.from} {line.start ?? '—'}
                </dd>
              </>
            )}
            <dt>期限届满</dt>
            <dd>
              {line.due ?? '—'}
              {line.extensionDays > 0 && `（含批准延期 ${line.extensionDays} 个工作日）`}
            </dd>
            <dt>{line.event}</dt>
            <dd>{line.done ?? '截止日前没有'}</dd>
            {line.own && (
              <>
                <dt>依据</dt>
                <dd>
                  {ownDayText(line.own)}
                  <small>本行填有{line.own.label}，以填报的日期为准，不按规则推算。</small>
                </dd>
              </>
            )}
            {line.rule && (
              <>
                <dt>依据</dt>
                <dd>
                  {limitText(line.rule)}；{line.rule.source}
                  {line.rule.note && <small>{line.rule.note}</small>}
                </dd>
                <dt>可信程度</dt>
                <dd>{line.rule.confidence}</dd>
              </>
            )}
          </dl>
        </div>
      ))}
      {lines.some((line) => line.rule) && <p className="kp-note">可信程度：{CONFIDENCE_LEGEND}。</p>}
    </section>
  );
}
