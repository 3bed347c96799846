import { useMemo } from 'react';
import type { Assessment } from '../../assessment/assess';
import { ownArea, ownFigure } from '../../assessment/own';
import type { Tabulation } from '../../domain/cells';
import type { IndicatorId } from '../../domain/indicators';
import { AreaLink } from '../../ui/AreaLink';
import { figureOf, useOffice, useView } from '../../ui/data';
import { type HeatColumn, HeatTable } from '../../ui/HeatTable';
import { Panel } from '../../ui/Panel';

/** Every indicator of every prefecture against the province, and 省本级, with which they add up to it. */
export function HeatPanel({ assessment, table }: { assessment: Assessment; table: Tabulation }) {
  const office = useOffice();
  const { words } = office;
  const { whole, own, places } = words;
  const view = useView();
  const columns = useMemo<HeatColumn[]>(() => {
    const { prefectures, province } = office.regions;
    const own = ownArea(office, province.code);
    return [
      ...prefectures.map((p) => ({
        key: p.code,
        figure: (id: IndicatorId) => figureOf(assessment, 'prefecture', p.code, id),
        head: (
          <AreaLink level="prefecture" id={p.code} title={p.name}>
            {p.short}
          </AreaLink>
        ),
      })),
      {
        key: 'own',
        figure: (id: IndicatorId) => ownFigure(office, table, own, id, assessment.period),
        head: (
          <span
            title={`台账中写${words.province}自身代码、不属任何${words.places}的案件；报送及时率为${words.departments}的报送`}
          >
            {own.name}
          </span>
        ),
      },
    ];
  }, [office, words, assessment, table]);
  return (
    <Panel
      title={`哪些指标、哪些${places}明显好于或差于${whole}？`}
      note={`每格为指标值和 分子/分母（没有分子的为 n）；率为合计分子÷合计分母；各${places}与${own}相加等于${whole}，${own}不参加排名；截止 ${view.asOf}`}
      hint="点开是未达到的案件，没有未达到的为全部"
    >
      <HeatTable
        caption={`${view.name}各${places}指标与${whole}比较`}
        assessment={assessment}
        level="prefecture"
        columns={columns}
      />
    </Panel>
  );
}
