import type { AreaLevel } from '../domain/cells';
import { undatedText } from '../domain/display';
import type { IndicatorId } from '../domain/indicators';
import type { Period } from '../domain/period';
import { useOffice } from './data';
import { EvidenceLink } from './EvidenceLink';

export interface UndatedNoteProps {
  indicator: IndicatorId;
  level: AreaLevel;
  id: string;
  own?: true | undefined;
  name: string;
  undated: number;
  period?: Period;
  department?: string | undefined;
  /** The count is one of every quarter up to the cut-off, and so are the rows. */
  all?: boolean;
}

/**
 * Beside a figure: how many cases it leaves out because their deadline cannot be dated, as a link to exactly those rows;
 * nothing where there are none. Takes an `IndicatorValue` as it is.
 */
export function UndatedNote({ indicator: id, name, undated, ...area }: UndatedNoteProps) {
  const { catalogue } = useOffice();
  if (undated === 0) return null;
  const of = catalogue.definition(id);
  const text = undatedText(undated, catalogue.countUnit(of));
  return (
    <small className="kp-undated">
      <EvidenceLink
        indicator={id}
        side="undated"
        level={area.level}
        id={area.id}
        own={area.own}
        department={area.department}
        {...(area.period && { period: area.period })}
        {...(area.all && { all: true })}
        label={`${name} ${of.name} ${text}，查看`}
      >
        {text}
      </EvidenceLink>
    </small>
  );
}
