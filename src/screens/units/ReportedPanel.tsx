import type { Assessment, IndicatorValue } from '../../assessment/assess';
import { countText } from '../../domain/display';
import { measureOf } from '../../domain/measures';
import { countsText } from '../../domain/measures/texts';
import { periodShortName, type Quarter } from '../../domain/period';
import { countedEntries, type RegisterEntry } from '../../domain/register';
import { submissionKey } from '../../domain/submission';
import { figureOf, useOffice, useRegister, useView } from '../../ui/data';
import { dueQuarterWords } from '../../ui/dueQuarter';
import { EmptyState } from '../../ui/EmptyState';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LoadedView } from '../../ui/LoadedView';
import { NoFigure } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { rowsText } from '../../ui/rowsText';
import type { UnitRef } from './groupView';
import { countedText, entriesOf, firstReceived, stateText } from './reporting';
import './unit.css';
import { NotYetRead } from '../../ui/NotYetRead';
import { ScrollBox } from '../../ui/ScrollBox';

/** What a unit has reported of the view's year: every expected ledger with its state, and where it counts. */
export function ReportedPanel({ unit, assessment }: { unit: UnitRef; assessment: Assessment }) {
  const { catalogue } = useOffice();
  const view = useView();
  const register = useRegister();
  return (
    <Panel
      title={`${unit.name}${view.year}年报送了什么？`}
      note={`一份=一个季度的一本台账；是否按时以首次收到的日期为准；截止 ${view.asOf}`}
      actions={
        <ScreenLink screen="submissions" search={{ tab: 'register', unit: unit.id }}>
          报送登记
        </ScreenLink>
      }
    >
      <NotYetRead />
      <LoadedView of={register}>
        {(entries) => (
          <ReportedTable
            unit={unit}
            entries={entriesOf(entries, unit.id, `${view.year}`)}
            counted={new Map(countedEntries(entries, view.asOf).map((e) => [slotKey(e), e.countedIn]))}
            figure={figureOf(assessment, unit.group.level, unit.id, catalogue.submissionIndicator.id)}
          />
        )}
      </LoadedView>
    </Panel>
  );
}

interface ReportedTableProps {
  unit: UnitRef;
  entries: RegisterEntry[];
  /** The quarter in which an entry counts in 报送及时率; those that do not count are missing. */
  counted: ReadonlyMap<string, Quarter>;
  figure: IndicatorValue;
}

const slotKey = ({ unit, period, ledger }: RegisterEntry): string => submissionKey({ unit: unit.id, period, ledger });

function ReportedTable({ unit, entries, counted, figure }: ReportedTableProps) {
  const office = useOffice();
  const view = useView();
  if (entries.length === 0)
    return <EmptyState title="不是报送单位">{unit.name}的案件由其他单位报送，计在本页各项指标中。</EmptyState>;
  return (
    <ScrollBox>
      <p className="kp-note kp-reported-rate">
        {view.name}报送及时率：
        {figure.value === null ? (
          <NoFigure figure={figure} />
        ) : (
          <EvidenceLink
            indicator={figure.indicator}
            side="denominator"
            level={figure.level}
            id={figure.id}
            label={`${unit.name} 报送及时率 ${countsText(measureOf(office.catalogue.submissionIndicator), figure)} 份，查看登记`}
          >
            {countsText(measureOf(office.catalogue.submissionIndicator), figure)} 份
          </EvidenceLink>
        )}
        。{dueQuarterWords(office, view.year)}
      </p>
      <table className="kp-plain kp-unit-table kp-unit-list">
        <caption className="kp-hidden">
          {unit.name}
          {view.year}年报送情况
        </caption>
        <thead>
          <tr>
            <th scope="col">报送期</th>
            <th scope="col">台账</th>
            <th scope="col">期限，计入</th>
            <th scope="col">首次收到</th>
            <th scope="col">状态</th>
            <th scope="col" className="kp-right">
              版本
            </th>
            <th scope="col" className="kp-right">
              读取行
            </th>
            <th scope="col" className="kp-right">
              搁置行
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={`${entry.period}|${entry.ledger}`}>
              <th scope="row">{periodShortName(entry.period)}</th>
              <td>{office.catalogue.ledger(entry.ledger).name}</td>
              <td>
                {entry.due ?? '未定'}
                <small className="kp-reported-in">{countedText(counted.get(slotKey(entry)), view)}</small>
              </td>
              <td>{firstReceived(entry, view.asOf) ?? '—'}</td>
              <td className={`kp-reported-${entry.state}`}>{stateText(entry)}</td>
              <td className="kp-right">{entry.versions.length || '—'}</td>
              <td className="kp-right">{entry.current ? rowsText(entry.current, 'rowsRead') : '—'}</td>
              <td className="kp-right">
                {entry.current && entry.current.rowsRejected > 0 ? (
                  <ScreenLink
                    screen="submissions"
                    search={{ tab: 'problems', submission: String(entry.current.id), severity: 'error' }}
                    className="kp-evidence"
                    label={`搁置 ${countText(entry.current.rowsRejected)} 行，查看问题`}
                  >
                    {countText(entry.current.rowsRejected)}
                  </ScreenLink>
                ) : entry.current ? (
                  rowsText(entry.current, 'rowsRejected')
                ) : (
                  '—'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
