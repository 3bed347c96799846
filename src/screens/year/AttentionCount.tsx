import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { Asking } from '../../domain/catalogue/indicator';
import { countText, isUntold } from '../../domain/display';
import type { ReportingState } from '../../domain/register';
import { useView } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { Untold } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { type AttentionRow, type Share, urgentOf } from './attention';

/** What is counted: cases that an indicator asks for, or expected submissions in a state. */
export type Matter = { key: string; name: string; unit: string } & (
  | { of: Asking }
  | { state: Extract<ReportingState, 'unreported' | 'late'> }
);

/** All of it, in the order in which it is shown. */
export const mattersOf = (catalogue: Catalogue): Matter[] => [
  ...urgentOf(catalogue).map((of) => ({ key: of.id, name: of.question.name, unit: catalogue.countUnit(of), of })),
  { key: 'unreported', name: '未报送', unit: '份', state: 'unreported' },
  { key: 'late', name: '迟报', unit: '份', state: 'late' },
];

interface AttentionCountProps {
  row: AttentionRow;
  matter: Matter;
  /** Said behind the count, where no head of a column says it. */
  unit?: string;
  className?: string;
}

/** A count at the cut-off with its rows behind it; beside it the period's share, where that is not all of it. */
export function AttentionCount({ row, matter, unit, className }: AttentionCountProps) {
  const cases = 'of' in matter ? row.cases?.[matter.of.id] : undefined;
  const share = 'of' in matter ? cases : row[matter.state];
  if (!share) return '—';
  if (cases && isUntold(cases)) return <Untold figure={cases} />;
  return (
    <>
      <Counted row={row} matter={matter} count={share.now} all className={className} />
      {unit && ` ${unit}`}
      <PeriodShare row={row} matter={matter} share={share} />
      {row.area && cases && 'of' in matter && (
        <LeftOutNote indicator={matter.of.id} {...row.area} name={row.name} undated={cases.undated} all />
      )}
    </>
  );
}

function PeriodShare({ row, matter, share }: { row: AttentionRow; matter: Matter; share: Share }) {
  if (share.period === share.now) return null;
  return (
    <small className="kp-attention-share">
      本期 <Counted row={row} matter={matter} count={share.period} />
    </small>
  );
}

interface CountedProps {
  row: AttentionRow;
  matter: Matter;
  count: number;
  /** Of whatever period, up to the cut-off. */
  all?: true;
  className?: string | undefined;
}

function Counted({ row, matter, count, all, className }: CountedProps) {
  const view = useView();
  if (count === 0) return <span className={className}>0</span>;
  const label = `${row.name} ${all ? '' : `${view.name} `}${matter.name} ${countText(count)} ${matter.unit}，查看${'of' in matter ? '案件' : '登记'}`;
  if ('state' in matter) {
    const { state } = matter;
    const search = { tab: 'register', state, unit: row.unit ?? undefined, group: row.group, all: all && '1' } as const;
    return (
      <ScreenLink screen="submissions" search={search} className={`kp-evidence ${className ?? ''}`} label={label}>
        {countText(count)}
      </ScreenLink>
    );
  }
  if (row.area === null) return null;
  return (
    <EvidenceLink
      indicator={matter.of.id}
      side={matter.of.question.side}
      {...row.area}
      {...(all && { all })}
      {...(className && { className })}
      label={label}
    >
      {countText(count)}
    </EvidenceLink>
  );
}
