import type { TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { Assessment, IndicatorValue } from '../../assessment/assess';
import { daysText, rateText } from '../../domain/display';
import type { Indicator } from '../../domain/indicators';
import { periodShortName, quarterPeriod } from '../../domain/period';
import { CountLink } from '../../ui/CountLink';
import { COMPARISONS, compare } from '../../ui/comparison';
import { DataTable, numeric } from '../../ui/DataTable';
import { figureOf, useOffice, useView } from '../../ui/data';
import { Figure, intervalText } from '../../ui/Figure';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { RateBar } from '../../ui/RateBar';
import { UndatedNote } from '../../ui/UndatedNote';
import { areaAddress } from './areaAddress';
import { type ComparedLevel, comparedAreas, LEVELS } from './areas';
import { useShown } from './useShown';

interface Row {
  id: string;
  /** Null: the province's own row. */
  level: ComparedLevel | null;
  figure: IndicatorValue;
  quarters: IndicatorValue[];
}

/** The compared areas as a table, the province first: value, counts with their rows, interval, each quarter. */
export function AreaTable({ assessment }: { assessment: Assessment }) {
  const office = useOffice();
  const view = useView();
  const { indicator, level, within } = useShown();
  const { province } = office.profile.regions;
  const levelName = LEVELS.find((l) => l.level === level)?.name ?? '';
  const rows = useMemo(() => {
    const row = (at: Row['level'], id: string): Row => {
      const of = (period?: string) => figureOf(assessment, at ?? 'province', id, indicator.id, period);
      const quarters = view.quarters.length > 1 ? view.quarters.map((q) => of(quarterPeriod(q))) : [];
      return { id, level: at, figure: of(), quarters };
    };
    return [row(null, province.code), ...comparedAreas(office, level, within).map((a) => row(level, a.id))];
  }, [assessment, office, indicator, level, within, province, view.quarters]);
  const columns = useMemo(
    () => columnsOf(indicator, levelName, (rows[0] as Row).figure, (rows[0] as Row).quarters),
    [indicator, levelName, rows],
  );
  return (
    <Panel
      title={`各${levelName}的${indicator.name}是多少，逐季怎样变化？`}
      note={`▲▼ 明显优于、差于全省，△▽ 可能出于偶然；件数可点开看明细；各季按${indicator.words.period}归季；截止 ${view.asOf}`}
    >
      <DataTable<Row>
        caption={`${view.name}各${levelName}${indicator.name}`}
        rowKey="id"
        dataSource={rows}
        columns={columns}
        rowClassName={(row) => (row.level === null ? 'kp-province-row' : '')}
        className="kp-area-table"
        sticky={false}
      />
    </Panel>
  );
}

/** Sorts areas by a number; the province stays first, areas without a case last, whichever way. */
const by =
  (of: (figure: IndicatorValue) => number | null) =>
  (a: Row, b: Row, order?: 'ascend' | 'descend' | null): number => {
    const turn = order === 'descend' ? -1 : 1;
    if (a.level === null || b.level === null) return turn * ((a.level ? 1 : 0) - (b.level ? 1 : 0));
    const [x, y] = [of(a.figure), of(b.figure)];
    if (x === null || y === null) return turn * ((x === null ? 1 : 0) - (y === null ? 1 : 0));
    return x - y;
  };

function columnsOf(
  indicator: Indicator,
  levelName: string,
  province: IndicatorValue,
  quarters: readonly IndicatorValue[],
): TableColumnsType<Row> {
  const text = indicator.kind === 'rate' ? rateText : daysText;
  const unit = indicator.ledger === null ? '份' : '件';
  const rate: TableColumnsType<Row> = [
    {
      title: '与全省（┃）相比',
      key: 'bar',
      className: 'kp-no-print',
      render: (_, { figure }) => (
        <RateBar value={figure.value} low={figure.low} high={figure.high} reference={province.value} />
      ),
    },
    {
      title: `达到（${unit}）`,
      key: 'numerator',
      ...numeric,
      render: (_, { figure }) => <CountLink value={figure} side="numerator" />,
    },
    {
      title: `未达到（${unit}）`,
      key: 'missing',
      ...numeric,
      render: (_, { figure }) => <CountLink value={figure} side="missing" />,
    },
  ];
  return [
    {
      title: levelName,
      key: 'name',
      render: (_, { level, id, figure }) =>
        level === null ? '全省' : <ScreenLink {...areaAddress(level, id, indicator.id)}>{figure.name}</ScreenLink>,
    },
    {
      title: indicator.kind === 'rate' ? '指标值' : '中位数（工作日）',
      key: 'value',
      ...numeric,
      sorter: by((f) => f.value),
      render: (_, { level, figure }) => {
        const { sign, words } = COMPARISONS[level === null ? 'none' : compare(figure, province)];
        return (
          <>
            {sign && (
              <>
                <span className="kp-standing" aria-hidden="true" title={words}>
                  {sign}
                </span>
                <span className="kp-hidden">{words}，</span>
              </>
            )}
            {figure.value === null ? <span className="kp-no-case">{text(null)}</span> : text(figure.value)}
          </>
        );
      },
    },
    {
      title: indicator.kind === 'rate' ? '95% 区间' : '九成案件',
      key: 'interval',
      ...numeric,
      render: (_, { figure }) => intervalText(figure) || '—',
    },
    ...(indicator.kind === 'rate' ? rate : []),
    {
      title: `n（${unit}）`,
      key: 'n',
      ...numeric,
      sorter: by((f) => f.denominator),
      render: (_, { figure }) => (
        <>
          <CountLink value={figure} side="denominator" />
          <UndatedNote {...figure} />
        </>
      ),
    },
    ...quarters.map((quarter, i) => ({
      title: periodShortName(quarter.period),
      key: quarter.period,
      ...numeric,
      render: (_: unknown, row: Row) => {
        const value = row.quarters[i] as IndicatorValue;
        const met = value.numerator === null || value.numerator === value.denominator;
        return <Figure value={value} opens={met ? 'denominator' : 'missing'} />;
      },
    })),
  ];
}
