import type { Attention } from '../../domain/catalogue/indicator';
import type { Tabulation } from '../../domain/cells';
import { askedCount } from '../../domain/counts';
import { countText, isUntold } from '../../domain/display';
import { useOffice, useView } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { Untold } from '../../ui/NoFigure';
import type { UnitRef } from './groupView';

/** How many cases of a unit wait at the cut-off, of whatever period, and how many of them fell due in the view's. */
export function OverdueFact({ of, unit, table }: { of: Attention; unit: UnitRef; table: Tabulation }) {
  const { catalogue } = useOffice();
  const view = useView();
  const { level } = unit.group;
  const { name, side } = of.question;
  const all = table.counts(level, unit.id, of.id, null);
  const overdue = askedCount(of.question, all);
  const ofPeriod = askedCount(of.question, table.counts(level, unit.id, of.id, view.quarters));
  const counted = catalogue.countUnit(of);
  if (isUntold(all)) return <Untold figure={all} />;
  return (
    <>
      {overdue === 0 ? (
        <span className="kp-unit-big">0</span>
      ) : (
        <EvidenceLink
          indicator={of.id}
          side={side}
          level={level}
          id={unit.id}
          all
          label={`${unit.name} ${name} ${countText(overdue)} ${counted}，查看案件`}
          className="kp-unit-big"
        >
          {countText(overdue)}
        </EvidenceLink>
      )}{' '}
      {counted}
      {ofPeriod !== overdue && (
        <small>
          其中期限在本期内届满的 {countText(ofPeriod)} {counted}
        </small>
      )}
      <LeftOutNote indicator={of.id} level={level} id={unit.id} name={unit.name} undated={all.undated} all />
    </>
  );
}
