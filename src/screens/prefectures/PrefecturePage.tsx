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
import { countyParts, departmentParts, type Part, wholePart } from '../../ui/unit/breakdown';
import { NotAssessedPanel } from '../../ui/unit/NotAssessedPanel';
import { OverduePanel } from '../../ui/unit/OverduePanel';
import { QuarterPanel } from '../../ui/unit/QuarterPanel';
import { ReportedPanel } from '../../ui/unit/ReportedPanel';
import { ScoreSheetPanel } from '../../ui/unit/ScoreSheetPanel';
import { unitSummary } from '../../ui/unit/summary';
import { UnitHeader } from '../../ui/unit/UnitHeader';
import { UnitNav } from '../../ui/unit/UnitNav';
import { CountyName } from './CountyName';
import { OtherNamesPanel } from './OtherNamesPanel';
import { PointsPanel } from './PointsPanel';
import { TrendPanel } from './TrendPanel';

const DEFAULT: IndicatorId = 'closure_on_time';

/** One prefecture: where its score comes from, what it is compared with, its parts, its open cases and its submissions. */
export function PrefecturePage(props: { code: string; assessment: Assessment; table: Tabulation }) {
  const { code, assessment, table } = props;
  const office = useOffice();
  const scheme = useScheme();
  const view = useView();
  const { indicator = DEFAULT, county } = useScreenSearch('prefectures');
  const setSearch = useSetSearch('prefectures');
  const { name } = office.regions.place(code);
  const area = useMemo<Area>(() => ({ level: 'prefecture', id: code, name }), [code, name]);
  const unit = { group: 'prefectures', id: code, name } as const;
  const summary = unitSummary(assessment, scheme, 'prefectures', code);
  if (!summary) throw new RangeError(`no rank of ${code}`);
  const assessed = summary.row.score !== null;
  const choose = (id: IndicatorId) => setSearch({ indicator: id === DEFAULT ? undefined : id });
  const counties = countyParts(office, table, code, view);
  const departments = departmentParts(office, table, code, view);
  const whole = wholePart(table, area, view, `${name}合计`);
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
            <PointsPanel id={code} name={name} assessment={assessment} />
          ) : (
            <ReportedPanel unit={unit} assessment={assessment} />
          )}
        </div>
      </div>
      <BreakdownPanel
        title={`${name}的县（市、区、行委）`}
        note={`每格为指标值和 分子/分母；${counties.some((p) => p.address.own) ? '本级＝台账中写市州自身代码、不属任何县区的案件，与各县区相加等于合计；' : ''}截止 ${view.asOf}`}
        heading="县区"
        parts={counties}
        whole={whole}
        assessment={assessment}
        chosen={county && `county/${county}/`}
        renderName={(part) => <CountyName part={part} />}
      />
      {departments.length > 0 && (
        <BreakdownPanel
          title={`${name}各部门办理的案件`}
          note={`按承办（办案）部门分，不论由谁报送，各部门相加等于市州合计；没有案件的部门不列；截止 ${view.asOf}`}
          heading="部门"
          parts={departments}
          whole={whole}
          assessment={assessment}
          renderName={(part) => <DepartmentName part={part} />}
        />
      )}
      <OverduePanel unit={unit} />
      <OtherNamesPanel code={code} name={name} />
      <SignatureLine />
    </>
  );
}

const DepartmentName = ({ part }: { part: Part }) => (
  <ScreenLink screen="departments" search={{ id: part.address.department }}>
    {part.name}
  </ScreenLink>
);
