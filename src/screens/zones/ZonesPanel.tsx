import type { Assessment } from '../../assessment/assess';
import { AreaLink } from '../../ui/AreaLink';
import { figureOf, useOffice, useView } from '../../ui/data';
import { HeatTable } from '../../ui/HeatTable';
import { Panel } from '../../ui/Panel';
import { useChosen } from './useChosen';

/** The zones side by side on every indicator, against the province. */
export function ZonesPanel({ assessment }: { assessment: Assessment }) {
  const { profile } = useOffice();
  const view = useView();
  const { zone: chosen } = useChosen();
  return (
    <Panel
      title="哪些片区、哪些指标明显好于或差于全省？"
      note={`每格为指标值和 分子/分母；率为合计分子÷合计分母；片区相互重叠，各列不可相加；省本级、市州本级的案件没有县区，不在任何片区；截止 ${view.asOf}`}
      hint="点开是未达到的案件"
    >
      <HeatTable
        caption={`${view.name}各片区指标与全省比较`}
        assessment={assessment}
        without={(indicator) => (indicator.ledger === null ? '按报送单位（市州、部门）计，不分片区' : undefined)}
        columns={profile.zones.zones.map((zone) => ({
          key: zone.id,
          figure: (id) => figureOf(assessment, 'zone', zone.id, id),
          chosen: zone.id === chosen?.id,
          head: (
            <AreaLink level="zone" id={zone.id}>
              {zone.name}
            </AreaLink>
          ),
        }))}
      />
    </Panel>
  );
}
