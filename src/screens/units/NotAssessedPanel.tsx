import type { Assessment } from '../../assessment/assess';
import { figureOf, useOffice, useRegister, useView } from '../../ui/data';
import { LoadedView } from '../../ui/LoadedView';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import type { UnitRef } from './groupView';
import { entriesOf } from './reporting';
import type { UnitSummary } from './summary';

/** Why a unit has no score, what that does and does not mean, and what would change it. */
export function NotAssessedPanel(props: { unit: UnitRef; summary: UnitSummary; assessment: Assessment }) {
  const { catalogue } = useOffice();
  const { unit, summary, assessment } = props;
  const view = useView();
  const register = useRegister();
  const { level, noun, countedIn } = unit.group;
  const hasCases = catalogue.caseIndicators.some((i) => figureOf(assessment, level, unit.id, i.id).denominator > 0);
  const hasUnreported =
    register.state === 'ready' && entriesOf(register.data, unit.id, view.period).some((e) => e.state === 'unreported');
  return (
    <Panel title={`${unit.name}为什么没有得分和名次？`} note={`${view.name}，数据截止日 ${view.asOf}`}>
      <p>
        <strong>{summary.row.note}。</strong>
        <LoadedView of={register}>
          {(entries) => {
            const expected = entriesOf(entries, unit.id, view.period);
            if (expected.length === 0)
              return (
                <>
                  {unit.name}不是报送单位；其他单位报送的台账里，没有计入本考核期、属于{unit.name}的案件。
                </>
              );
            const unreported = expected.filter((e) => e.state === 'unreported');
            const missing = unreported.length;
            const since = unreported.filter((e) => e.current).length;
            const damaged = expected.filter((e) => e.state === 'unreadable').length;
            const received = expected.filter((e) => e.current).length;
            return (
              <>
                {view.name}应报送台账 {expected.length} 份，已收到 {received} 份，期限已过而未报送{' '}
                <ScreenLink
                  screen="submissions"
                  search={{ tab: 'register', unit: unit.id, state: 'unreported' }}
                  className="kp-evidence"
                  label={`${unit.name} 未报送 ${missing} 份，查看登记`}
                >
                  {missing} 份
                </ScreenLink>
                {since > 0 && `，其中 ${since} 份截止日后才收到`}
                {damaged > 0 && `；另有 ${damaged} 份已报送而本机保存的原文件不能读入，重新放入原文件即可`}。
              </>
            );
          }}
        </LoadedView>
      </p>
      <ul className="kp-unit-reasons">
        <li>没有得分不等于零分：不排名、不定等次，也不影响其他{noun}的名次。</li>
        {hasUnreported ? (
          <li>补报有案件的台账后，得分和名次随即算出；确无案件的，应报只有表头的台账（零申报）。</li>
        ) : (
          <li>收到计入本考核期、属于{unit.name}的案件后，得分和名次随即算出。</li>
        )}
        {hasCases && (
          <li>
            下面的指标来自其他单位报送的、属于{unit.name}的案件，计入{countedIn}
            ，只供了解，不计分。
          </li>
        )}
      </ul>
    </Panel>
  );
}
