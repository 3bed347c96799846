import type { ReactNode } from 'react';
import type { AreaLevel } from '../domain/cells';
import type { Day } from '../domain/day';
import type { EvidenceSide } from '../domain/evidence';
import { type IndicatorId, isOfReporting } from '../domain/indicators';
import type { Period } from '../domain/period';
import { useOffice } from './data/office';
import { useView } from './data/view';
import { ScreenLink, type ScreenLinkProps } from './navigation';

export interface EvidenceLinkProps {
  indicator: IndicatorId;
  side: EvidenceSide;
  level: AreaLevel;
  id: string;
  /** Only what carries the area's own code: 省本级, 市州本级. */
  own?: true | undefined;
  /** Another period than the view's. The cut-off stays that of the number, not that of the other period. */
  period?: Period;
  asOf?: Day;
  department?: string | undefined;
  /** Every quarter up to the cut-off instead of the period's. */
  all?: boolean;
  children: ReactNode;
  /** Said by screen readers: 西宁市 按期办结率 未在期限内办结的案件. */
  label?: string;
  /** Id of what tells more of the number, while that is shown. */
  describedBy?: string | undefined;
  className?: string;
}

/**
 * From a number to exactly its rows: opens 案件, or 报送 for the indicator that is counted over submissions.
 * Every number that can be opened stands in one of these.
 */
export function EvidenceLink(props: EvidenceLinkProps) {
  const view = useView();
  const { catalogue } = useOffice();
  const { indicator, side, level, id, own, department, all, children, label, describedBy, className } = props;
  const shared = { className: `kp-evidence ${className ?? ''}`, describedBy, ...(label && { label }) };
  const at = { period: props.period ?? view.period, asOf: props.asOf ?? view.asOf };
  if (isOfReporting(catalogue.definition(indicator)))
    return (
      <RegisterLink {...props} at={at} shared={shared}>
        {children}
      </RegisterLink>
    );
  return (
    <ScreenLink
      screen="cases"
      search={{ indicator, side, level, id, own: own && '1', department, all: all ? '1' : undefined, ...at }}
      {...shared}
    >
      {children}
    </ScreenLink>
  );
}

type RegisterLinkProps = Pick<EvidenceLinkProps, 'level' | 'id' | 'own' | 'side' | 'children'> & {
  at: { period: Period; asOf: Day };
  shared: Pick<ScreenLinkProps<'submissions'>, 'className' | 'describedBy' | 'label'>;
};

function RegisterLink({ level, id, own, side, at, shared, children }: RegisterLinkProps) {
  const { groups } = useOffice();
  const unit = level === 'prefecture' || level === 'department' ? id : undefined;
  // The departments report under the province's own code.
  const group = own && level === 'province' ? groups.find((g) => g.units === 'departments')?.id : undefined;
  const which = side === 'undated' ? ({ state: 'undated' } as const) : { rate: side };
  return (
    <ScreenLink screen="submissions" search={{ tab: 'register', unit, group, ...which, ...at }} {...shared}>
      {children}
    </ScreenLink>
  );
}
