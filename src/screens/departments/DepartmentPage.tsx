import { useMemo } from 'react';
import type { Area, Assessment } from '../../assessment/assess';
import type { Tabulation } from '../../domain/cells';
import type { IndicatorId } from '../../domain/indicators';
import { CautionNote } from '../../ui/CautionNote';
import { useOffice, useScheme, useView } from '../../ui/data';
import { ScreenLink, useScreenSearch, useSetSearch } from '../../ui/navigation';
import { SignatureLine } from '../../ui/print/SignatureLine';
import { BenchmarkPanel } from '../../ui/unit/BenchmarkPanel';
import { BreakdownPanel } from '../../ui/unit/BreakdownPanel';
import { type Part, prefectureParts, wholePart } from '../../ui/unit/breakdown';
import { NotAssessedPanel } from '../../ui/unit/NotAssessedPanel';
import { OverduePanel } from '../../ui/unit/OverduePanel';
import { QuarterPanel } from '../../ui/unit/QuarterPanel';
import { ReportedPanel } from '../../ui/unit/ReportedPanel';
import { ScoreSheetPanel } from '../../ui/unit/ScoreSheetPanel';
import { unitSummary } from '../../ui/unit/summary';
import { UnitHeader } from '../../ui/unit/UnitHeader';
import { UnitNav } from '../../ui/unit/UnitNav';
import { PointsPanel } from './PointsPanel';
import { TrendPanel } from './TrendPanel';

const DEFAULT: IndicatorId = 'closure_on_time';

/** One department: where its score comes from, what it is compared with, where its cases lie, and its submissions. */
export function DepartmentPage(props: { id: string; assessment: Assessment; table: Tabulation }) {
  const { id, assessment, table } = props;
  const office = useOffice();
  const scheme = useScheme();
  const view = useView();
  const { indicator = DEFAULT } = useScreenSearch('departments');
  const setSearch = useSetSearch('departments');
  const { name } = office.departments.get(id);
  const area = useMemo<Area>(() => ({ level: 'department', id, name }), [id, name]);
  const unit = { group: 'departments', id, name } as const;
  const summary = unitSummary(assessment, scheme, 'departments', id);
  if (!summary) throw new RangeError(`no rank of ${id}`);
  const assessed = summary.row.score !== null;
  const choose = (chosen: IndicatorId) => setSearch({ indicator: chosen === DEFAULT ? undefined : chosen });
  const prefectures = prefectureParts(office, table, id, view);
  return (
    <>
      <UnitNav unit={unit} summary={summary} />
      {scheme.sample && <CautionNote label="示例方案">{scheme.caution}</CautionNote>}
      <UnitHeader unit={unit} summary={summary} table={table} />
      {assessed ? (
        <ScoreSheetPanel unit={unit} summary={summary} assessment={assessment} />
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
            <PointsPanel id={id} name={name} assessment={assessment} />
          ) : (
            <ReportedPanel unit={unit} assessment={assessment} />
          )}
        </div>
      </div>
      {prefectures.length > 0 && (
        <BreakdownPanel
          title={`${name}部门在各市州的案件`}
          note={`不论由谁报送；没有案件的市州不列；${prefectures.some((p) => p.address.own) ? '省本级＝台账中写省自身代码、不属任何市州的案件；' : ''}各行相加等于合计；截止 ${view.asOf}`}
          heading="市州"
          parts={prefectures}
          whole={wholePart(table, area, view, '合计')}
          assessment={assessment}
          renderName={(part) => <PrefectureName part={part} />}
        />
      )}
      <OverduePanel unit={unit} />
      <SignatureLine />
    </>
  );
}

const PrefectureName = ({ part }: { part: Part }) =>
  part.address.own ? (
    part.name
  ) : (
    <ScreenLink screen="prefectures" search={{ id: part.address.id }}>
      {part.name}
    </ScreenLink>
  );
