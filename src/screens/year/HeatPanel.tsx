import { useMemo } from 'react';
import type { Assessment } from '../../assessment/assess';
import { ownArea, ownFigure } from '../../assessment/own';
import type { Tabulation } from '../../domain/cells';
import type { IndicatorId } from '../../domain/indicators';
import { figureOf, useOffice, useView } from '../../ui/data';
import { type HeatColumn, HeatTable } from '../../ui/HeatTable';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';

/** Every indicator of every prefecture against the province, and 省本级, with which they add up to it. */
export function HeatPanel({ assessment, table }: { assessment: Assessment; table: Tabulation }) {
  const office = useOffice();
  const view = useView();
  const columns = useMemo<HeatColumn[]>(() => {
    const { prefectures, province } = office.profile.regions;
    const own = ownArea(office, province.code);
    return [
      ...prefectures.map((p) => ({
        key: p.code,
        figure: (id: IndicatorId) => figureOf(assessment, 'prefecture', p.code, id),
        head: (
          <ScreenLink screen="prefectures" search={{ id: p.code }} title={p.name}>
            {p.short}
          </ScreenLink>
        ),
      })),
      {
        key: 'own',
        figure: (id: IndicatorId) => ownFigure(office.catalogue, table, own, id, assessment.period),
        head: <span title="台账中写省自身代码、不属任何市州的案件；报送及时率为省级部门的报送">{own.name}</span>,
      },
    ];
  }, [office, assessment, table]);
  return (
    <Panel
      title="哪些指标、哪些市州明显好于或差于全省？"
      note={`每格为指标值和 分子/分母；率为合计分子÷合计分母；各市州与省本级相加等于全省，省本级不参加排名；截止 ${view.asOf}`}
      hint="点开是未达到的案件"
    >
      <HeatTable caption={`${view.name}各市州指标与全省比较`} assessment={assessment} columns={columns} />
    </Panel>
  );
}
