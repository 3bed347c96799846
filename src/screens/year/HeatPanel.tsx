import type { Assessment } from '../../assessment/assess';
import { useOffice, useView } from '../../ui/data';
import { HeatTable } from '../../ui/HeatTable';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';

/** Every indicator of every prefecture against the province. */
export function HeatPanel({ assessment }: { assessment: Assessment }) {
  const { profile } = useOffice();
  const view = useView();
  return (
    <Panel
      title="哪些指标、哪些市州明显好于或差于全省？"
      note={`每格为指标值和 分子/分母，点开是未达到的案件；率为合计分子÷合计分母；截止 ${view.asOf}`}
    >
      <HeatTable
        caption={`${view.name}各市州指标与全省比较`}
        assessment={assessment}
        columns={profile.regions.prefectures.map((p) => ({
          level: 'prefecture',
          id: p.code,
          head: (
            <ScreenLink screen="prefectures" search={{ id: p.code }} title={p.name}>
              {p.short}
            </ScreenLink>
          ),
        }))}
      />
    </Panel>
  );
}
