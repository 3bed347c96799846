import { countText } from '../../domain/display';
import type { ReportingState } from '../../domain/register';
import { useView } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { ScreenLink } from '../../ui/navigation';
import { UndatedNote } from '../../ui/UndatedNote';
import type { AttentionRow, Share } from './attention';

/** What is counted, in the order in which it is shown. */
export const MATTERS = [
  { key: 'openOverdue', name: '超期未办结', unit: '件' },
  { key: 'undisclosed', name: '应公示未公示', unit: '件' },
  { key: 'unreported', name: '未报送', unit: '份' },
  { key: 'late', name: '迟报', unit: '份' },
] as const;
type Matter = (typeof MATTERS)[number];

interface AttentionCountProps {
  row: AttentionRow;
  matter: Matter;
  /** Said behind the count, where no head of a column says it. */
  unit?: string;
  className?: string;
}

/** A count at the cut-off with its rows behind it; beside it the period's share, where that is not all of it. */
export function AttentionCount({ row, matter, unit, className }: AttentionCountProps) {
  const share = row[matter.key];
  if (share === null) return '—';
  return (
    <>
      <Counted row={row} matter={matter} count={share.now} all className={className} />
      {unit && ` ${unit}`}
      <PeriodShare row={row} matter={matter} share={share} />
      {row.area && matter.key === 'openOverdue' && (
        <UndatedNote indicator="open_overdue" {...row.area} name={row.name} undated={row.openUndated} all />
      )}
      {row.area && matter.key === 'undisclosed' && (
        <UndatedNote indicator="disclosure_rate" {...row.area} name={row.name} undated={row.disclosureUndated} all />
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
  const label = `${row.name} ${all ? '' : `${view.name} `}${matter.name} ${countText(count)} ${matter.unit}，查看${matter.unit === '件' ? '案件' : '登记'}`;
  if (matter.key === 'unreported' || matter.key === 'late') {
    const state: ReportingState = matter.key;
    const search = { tab: 'register', state, unit: row.unit ?? undefined, group: row.group, all: all && '1' } as const;
    return (
      <ScreenLink screen="submissions" search={search} className={`kp-evidence ${className ?? ''}`} label={label}>
        {countText(count)}
      </ScreenLink>
    );
  }
  if (row.area === null) return null;
  const open = matter.key === 'openOverdue';
  return (
    <EvidenceLink
      indicator={open ? 'open_overdue' : 'disclosure_rate'}
      side={open ? 'numerator' : 'missing'}
      {...row.area}
      {...(all && { all })}
      {...(className && { className })}
      label={label}
    >
      {countText(count)}
    </EvidenceLink>
  );
}
