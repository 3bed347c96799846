import { useMemo } from 'react';
import { type Assessment, scoreSheet } from '../../assessment/assess';
import { ChartPanel, stackedPointsOption } from '../../charts';
import type { IndicatorId } from '../../domain/indicators';
import { useOffice, useScheme, useView } from '../../ui/data';
import { useGoTo } from '../../ui/navigation';
import type { UnitRef } from './groupView';
import { pointsItems } from './sheetRows';

/** Points got and lost by item; an item opens its definition. */
export function PointsPanel({ unit, assessment }: { unit: UnitRef; assessment: Assessment }) {
  const { catalogue } = useOffice();
  const { group, id, name } = unit;
  const scheme = useScheme();
  const view = useView();
  const goTo = useGoTo();
  const chart = useMemo(
    () =>
      stackedPointsOption({
        items: pointsItems(catalogue, scoreSheet(assessment, group.id, id)),
        decimals: scheme.decimals,
        description: `${name}${view.name}各考核项得分与失分`,
      }),
    [assessment, scheme, group, id, name, view.name, catalogue],
  );
  return (
    <ChartPanel
      title="分得在哪里、失在哪里？"
      subject={{ unit: name, period: view.name, asOf: view.asOf }}
      note={`参评各项，条长为满分；${scheme.name}`}
      hint="点条看该指标"
      chart={chart}
      onOpen={(indicator) => goTo('indicators', { id: indicator as IndicatorId })}
    />
  );
}
