import { useMemo } from 'react';
import type { Area, Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import type { IndicatorId } from '../../domain/indicators';
import { leadIndicator } from '../../domain/lead';
import { unitsScreen } from '../../ui/address';
import { CautionNote } from '../../ui/CautionNote';
import { useOffice, useScheme } from '../../ui/data';
import { useScreenSearch, useSetSearch } from '../../ui/navigation';
import { SignatureLine } from '../../ui/print/SignatureLine';
import { BenchmarkPanel } from './BenchmarkPanel';
import type { UnitRef } from './groupView';
import { NotAssessedPanel } from './NotAssessedPanel';
import { OverduePanel } from './OverduePanel';
import { PointsPanel } from './PointsPanel';
import { QuarterPanel } from './QuarterPanel';
import { ReportedPanel } from './ReportedPanel';
import { ScoreSheetPanel } from './ScoreSheetPanel';
import { unitSummary } from './summary';
import { TrendPanel } from './TrendPanel';
import { UnitHeader } from './UnitHeader';
import { UnitNav } from './UnitNav';

/** One unit: where its score comes from, what it is compared with, its parts, its open cases and its submissions. */
export function UnitPage(props: { unit: UnitRef; assessment: Assessment; table: Tabulation }) {
  const { unit, assessment, table } = props;
  const { group, id, name } = unit;
  const { level, Parts, More } = group;
  const scheme = useScheme();
  const office = useOffice();
  const first = leadIndicator(office, level).id;
  const asked = useScreenSearch(unitsScreen(group.id)).indicator;
  const indicator = office.catalogue.listed(asked)?.id ?? first;
  const setSearch = useSetSearch(unitsScreen(group.id));
  const area = useMemo<Area>(() => ({ level, id, name }), [level, id, name]);
  const summary = unitSummary(assessment, scheme, group.id, id);
  if (!summary) throw new RangeError(`no rank of ${id}`);
  const assessed = summary.row.score !== null;
  const choose = (chosen: IndicatorId) => setSearch({ indicator: chosen === first ? undefined : chosen });
  return (
    <>
      <UnitNav unit={unit} summary={summary} />
      {scheme.sample && <CautionNote label="示例方案">{scheme.caution}</CautionNote>}
      <UnitHeader unit={unit} summary={summary} table={table} />
      {assessed ? (
        <ScoreSheetPanel unit={unit} />
      ) : (
        <NotAssessedPanel unit={unit} summary={summary} assessment={assessment} />
      )}
      <BenchmarkPanel unit={unit} assessment={assessment} />
      <div className="kp-columns">
        <div>
          <QuarterPanel area={area} table={table} chosen={indicator} onChoose={choose} />
          {assessed && <ReportedPanel unit={unit} assessment={assessment} />}
        </div>
        <div>
          <TrendPanel area={area} table={table} chosen={indicator} onChoose={choose} />
          {assessed ? (
            <PointsPanel unit={unit} assessment={assessment} />
          ) : (
            <ReportedPanel unit={unit} assessment={assessment} />
          )}
        </div>
      </div>
      <Parts area={area} assessment={assessment} table={table} />
      {office.catalogue.attention.map((of) => (
        <OverduePanel key={of.id} of={of} unit={unit} />
      ))}
      {More && <More unit={unit} />}
      <SignatureLine />
    </>
  );
}
