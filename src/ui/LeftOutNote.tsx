import type { AreaLevel } from '../domain/cells';
import type { Partly } from '../domain/counts';
import { partlyText, undatedText } from '../domain/display';
import type { IndicatorId } from '../domain/indicators';
import type { Period } from '../domain/period';
import { useOffice } from './data';
import { EvidenceLink } from './EvidenceLink';

export interface LeftOutNoteProps {
  indicator: IndicatorId;
  level: AreaLevel;
  id: string;
  own?: true | undefined;
  name: string;
  undated: number;
  /** Of a unit that has not sent all that was due. */
  partly?: Partly | undefined;
  period?: Period;
  department?: string | undefined;
  /** The count is one of every quarter up to the cut-off, and so are the rows. */
  all?: boolean;
}

/**
 * Beside a figure: what it leaves out. How many cases, because their deadline cannot be dated, as a link to exactly those rows; and
 * which part of the time, because its unit has not sent the rest. Nothing where it is whole. Takes an `IndicatorValue` as it is.
 */
export function LeftOutNote({ partly, ...undated }: LeftOutNoteProps) {
  return (
    <>
      {partly && <small className="kp-partly">{partlyText(partly)}</small>}
      <Undated {...undated} />
    </>
  );
}

function Undated({ indicator: id, name, undated, ...area }: Omit<LeftOutNoteProps, 'partly'>) {
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
