import type { ReactNode } from 'react';
import type { Tabulation } from '../../domain/cells';
import { scoreText } from '../../domain/display';
import { LostPoints } from '../../ui/Dearest';
import { useOffice, useScheme, useView } from '../../ui/data';
import { GradeTag } from '../../ui/GradeTag';
import type { UnitRef } from './groupView';
import { OverdueFact } from './OverdueFact';
import type { UnitSummary } from './summary';
import './unit.css';

export interface UnitHeaderProps {
  unit: UnitRef;
  summary: UnitSummary;
  table: Tabulation;
}

/** Score, grade, rank, what was lost and where, and what is open and overdue: the unit in one line. */
export function UnitHeader({ unit, summary, table }: UnitHeaderProps) {
  const { catalogue } = useOffice();
  const scheme = useScheme();
  const view = useView();
  const { noun } = unit.group;
  const { row, lost, assessed, units } = summary;
  return (
    <dl className="kp-unit-head">
      <Fact label="得分">
        {row.score === null ? (
          <span className="kp-unit-big">—</span>
        ) : (
          <>
            <span className="kp-unit-big">{scoreText(row.score, scheme.decimals)}</span> / {row.full} 分
          </>
        )}
      </Fact>
      <Fact label="等次">
        <GradeTag grade={row.grade} grades={scheme.grades} />
      </Fact>
      <Fact label="名次">
        {row.rank === null ? (
          <span>{row.note}</span>
        ) : (
          <>
            第 <span className="kp-unit-big">{row.rank}</span> 名
          </>
        )}
        <small>
          参评 {assessed} 个，共 {units} 个{noun}
        </small>
      </Fact>
      {lost !== null && (
        <Fact label="失分" wide>
          <span className="kp-unit-big">{scoreText(lost, scheme.decimals)}</span> 分
          <small>{summary.dearest.length === 0 ? '没有失分' : '最多的是'}</small>
          <ul>
            {summary.dearest.map((line) => (
              <li key={line.item.id}>
                <LostPoints name={unit.name} line={line} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {catalogue.attention.map((of) => (
        <Fact key={of.id} label={`到 ${view.asOf} ${of.question.name}`}>
          <OverdueFact of={of} unit={unit} table={table} />
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'kp-unit-fact kp-unit-fact-wide' : 'kp-unit-fact'}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
