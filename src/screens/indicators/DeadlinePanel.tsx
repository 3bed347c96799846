import { CONFIDENCE_LEGEND } from '../../domain/confidence';
import { limitText } from '../../domain/deadlines';
import type { DeadlineRule } from '../../domain/profile';
import { rulesOfIndicator, stepInWords } from '../../domain/steps';
import { useOffice, useView } from '../../ui/data';
import { Panel } from '../../ui/Panel';
import { ScrollBox } from '../../ui/ScrollBox';
import { useShown } from './useShown';

/** The deadline rules that decide the indicator, each with its source; none where no deadline is involved. */
export function DeadlinePanel() {
  const { profile, catalogue } = useOffice();
  const { indicator } = useShown();
  const rules = rulesOfIndicator(catalogue, indicator, profile.deadlines.rules, useView().period);
  if (rules.length === 0)
    return (
      <Panel title="用到哪些期限？">
        <p>本指标不按期限判断，没有用到期限规则。</p>
      </Panel>
    );
  return (
    <Panel
      title="用到哪些期限？"
      note={`一件案件用写明的条件（类型、部门、渠道）最多的一条，条件相同的用起始日较晚的一条；首日不计；按日历日计的期限遇非工作日顺延至下一工作日，批准的延期另加。${profile.deadlines.note}`}
    >
      <ScrollBox>
        <table className="kp-plain kp-rules">
          <caption className="kp-hidden">{indicator.name}用到的期限规则</caption>
          <thead>
            <tr>
              <th scope="col">环节</th>
              <th scope="col">适用范围</th>
              <th scope="col">起算日</th>
              <th scope="col">期限</th>
              <th scope="col">依据</th>
              <th scope="col">说明</th>
              <th scope="col">可信程度</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.id}>
                <th scope="row">{stepInWords(catalogue, rule.step).name}</th>
                <td>
                  <Scope rule={rule} />
                </td>
                <td>{stepInWords(catalogue, rule.step).from}</td>
                <td className="kp-numeric">{limitText(rule)}</td>
                <td>{rule.source}</td>
                <td>{rule.note || '—'}</td>
                <td>{rule.confidence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className="kp-note">可信程度：{CONFIDENCE_LEGEND}。列出的是本考核期及上一年有效的规则</p>
    </Panel>
  );
}

function Scope({ rule }: { rule: DeadlineRule }) {
  const { profile, catalogue, departments } = useOffice();
  const { channels } = profile.departments;
  const parts = [
    rule.kind,
    rule.ledger && catalogue.ledger(rule.ledger).name,
    rule.department && departments.nameOf(rule.department),
    rule.channel && (channels.find((c) => c.id === rule.channel)?.name ?? rule.channel),
    rule.from && `${rule.from} 起`,
    rule.to && `至 ${rule.to}`,
  ].filter(Boolean);
  return <>{parts.join('，') || '全部'}</>;
}
