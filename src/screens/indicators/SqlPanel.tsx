import { useMemo } from 'react';
import { type CaseIndicator, isOfReporting } from '../../domain/indicators';
import { useOffice, useView, useWords } from '../../ui/data';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { indicatorSql } from '../../workspace/indicatorSql';
import { useShown } from './useShown';

/** Numerator and denominator as the SQL that is run, for whoever checks them by hand. */
export function SqlPanel() {
  const { indicator } = useShown();
  const view = useView();
  const { whole } = useWords();
  if (isOfReporting(indicator))
    return (
      <Panel title="怎样核对？">
        <p>
          报送及时率不由案件行算出，而由报送登记逐份判定：每个应报单位、季度、台账各计一份，期限内收到首个版本的为及时；收到日期不明的不计。
          <ScreenLink screen="submissions" search={{ tab: 'register' }} className="kp-evidence">
            看报送登记
          </ScreenLink>
        </p>
      </Panel>
    );
  return (
    <Panel
      title="用 SQL 怎样核对？"
      note={`${whole}${view.name}，截止 ${view.asOf}；DuckDB 语法，与本系统计数用的是同一组条件；季度编号 = 年 × 4 + 季 − 1`}
    >
      <Statements indicator={indicator} />
    </Panel>
  );
}

function Statements({ indicator }: { indicator: CaseIndicator }) {
  const { profile, catalogue } = useOffice();
  const { period, asOf } = useView();
  const sql = useMemo(
    () => indicatorSql(catalogue, indicator, period, asOf, profile.deadlines.rules),
    [indicator, period, asOf, profile, catalogue],
  );
  return (
    <>
      <div className="kp-columns">
        {sql.statements.map((s) => (
          <Statement key={s.title} title={s.title} text={s.sql} />
        ))}
      </div>
      <p className="kp-note kp-print-only">{indicator.ledger}_facts 表怎样得出的 SQL 未打印，见屏幕。</p>
      <details className="kp-no-print">
        <summary>上面所查的 {indicator.ledger}_facts 表（截止日的案件状态和期限）怎样得出</summary>
        <Statement title="案件事实" text={sql.facts.join(';\n\n')} />
      </details>
    </>
  );
}

function Statement({ title, text }: { title: string; text: string }) {
  return (
    <figure className="kp-sql">
      <figcaption>{title}</figcaption>
      <pre>
        <code>{text}</code>
      </pre>
    </figure>
  );
}
