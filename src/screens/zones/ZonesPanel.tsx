import type { Assessment } from '../../assessment/assess';
import { isOfReporting } from '../../domain/indicators';
import { AreaLink } from '../../ui/AreaLink';
import { figureOf, useOffice, useView } from '../../ui/data';
import { HeatTable } from '../../ui/HeatTable';
import { Panel } from '../../ui/Panel';
import { useChosen } from './useChosen';

/** The zones side by side on every indicator, against the province. */
export function ZonesPanel({ assessment }: { assessment: Assessment }) {
  const { profile, words } = useOffice();
  const { whole, own, prefectureOwn, county } = words;
  const view = useView();
  const { zone: chosen } = useChosen();
  return (
    <Panel
      title={`哪些片区、哪些指标明显好于或差于${whole}？`}
      note={`每格为指标值和 分子/分母（没有分子的为 n）；率为合计分子÷合计分母；片区相互重叠，各列不可相加；${county ? `${own}、${prefectureOwn}的案件没有${county.name}` : `${own}的案件不属于任何${words.places}`}，不在任何片区；截止 ${view.asOf}`}
      hint="点开是未达到的案件，没有未达到的为全部"
    >
      <HeatTable
        caption={`${view.name}各片区指标与${whole}比较`}
        assessment={assessment}
        level="zone"
        without={(indicator) => (isOfReporting(indicator) ? '按报送单位计，不分片区' : undefined)}
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
