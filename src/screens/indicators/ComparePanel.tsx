import { Segmented, Select } from 'antd';
import { useMemo } from 'react';
import type { Assessment } from '../../assessment/assess';
import { ownArea, ownFigure } from '../../assessment/own';
import { ChartPanel, compareOption } from '../../charts';
import type { Tabulation } from '../../domain/cells';
import { countText, noneText } from '../../domain/display';
import type { Indicator } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { targetText } from '../../domain/measures/texts';
import { areaAddress } from '../../ui/areaAddress';
import { figureOf, useOffice, useView } from '../../ui/data';
import { useGoTo, useSetSearch } from '../../ui/navigation';
import { type ComparedLevel, comparedAreas, levelsOf } from './areas';
import { useShown } from './useShown';

/** All areas of a level with their intervals, from best to worst, against the province. */
export function ComparePanel({ assessment, table }: { assessment: Assessment; table: Tabulation }) {
  const office = useOffice();
  const view = useView();
  const goTo = useGoTo();
  const { indicator, level, levelName, within } = useShown();
  const { whole } = office.words;
  const measure = measureOf(indicator);
  const province = figureOf(assessment, 'province', office.profile.regions.province.code, indicator.id);
  const own =
    level === 'prefecture'
      ? ownFigure(office, table, ownArea(office, office.profile.regions.province.code), indicator.id, assessment.period)
      : null;
  const where = level === 'county' && within ? office.regions.place(within).name : whole;
  const chart = useMemo(
    () =>
      compareOption({
        measure,
        none: noneText(indicator),
        areas: comparedAreas(office, level, within).map(({ id }) => {
          return { target: id, ...figureOf(assessment, level, id, indicator.id) };
        }),
        reference: { ...province, name: whole },
        target: targetOf(indicator),
        description: `${view.name}各${levelName}${indicator.name}比较`,
        unit: office.catalogue.countUnit(indicator),
      }),
    [office, assessment, indicator, measure, level, within, province, levelName, view.name, whole],
  );
  return (
    <ChartPanel
      title={`各${levelName}${indicator.name}${measure.words.compared}`}
      subject={{ unit: where, period: view.name, asOf: view.asOf }}
      note={`${measure.words.drawn}；${measure.addsUp ? `${whole}为各地相加，不作参照；` : ''}${indicator.target ? `目标值依据：${indicator.target.source}；` : ''}${whole} n=${countText(province.denominator)}${own ? `，其中${own.name} n=${countText(own.denominator)} 不在图中` : ''}`}
      hint={`点开看该${levelName}`}
      chart={chart}
      onOpen={(id) => {
        const { screen, search } = areaAddress(office, level, id, indicator.id);
        goTo(screen, search);
      }}
      controls={<LevelControls />}
    />
  );
}

/** The line of the value to be reached. That of a sum is not each area's to reach. */
const targetOf = (of: Indicator) =>
  of.target && !measureOf(of).addsUp ? { at: of.target.value, words: targetText(of) } : undefined;

function LevelControls() {
  const office = useOffice();
  const { words, regions } = office;
  const { indicator, level, within } = useShown();
  const setSearch = useSetSearch('indicators');
  return (
    <>
      {level === 'county' && (
        <Select
          size="small"
          className="kp-within"
          aria-label={`只看一个${words.prefecture}的${words.smallest}`}
          popupMatchSelectWidth={false}
          value={within ?? ''}
          onChange={(code: string) => setSearch({ within: code || undefined })}
          options={[
            { value: '', label: `全部${words.prefecture}` },
            ...regions.prefectures.filter((p) => p.parted).map((p) => ({ value: p.code, label: p.name })),
          ]}
        />
      )}
      <Segmented<ComparedLevel>
        size="small"
        aria-label="比较哪一级"
        value={level}
        onChange={(chosen) => setSearch({ level: chosen === 'prefecture' ? undefined : chosen, within: undefined })}
        options={levelsOf(office, indicator).map((l) => ({ value: l.level, label: l.name }))}
      />
    </>
  );
}
