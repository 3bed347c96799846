import type { TableColumnsType } from 'antd';
import { useMemo } from 'react';
import type { Assessment, IndicatorValue } from '../../assessment/assess';
import { ownFigure } from '../../assessment/own';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import { tellsDepartment } from '../../domain/catalogue/ledger';
import type { Tabulation } from '../../domain/cells';
import { type Indicator, isOfReporting, shownAt } from '../../domain/indicators';
import { measureOf } from '../../domain/measures';
import { figureText, intervalText, reachesTarget, targetText, valueColumn } from '../../domain/measures/texts';
import type { Office } from '../../domain/office';
import { type Period, periodShortName, quarterPeriod } from '../../domain/period';
import type { Scheme } from '../../domain/scheme';
import { areaAddress } from '../../ui/areaAddress';
import { CountLink } from '../../ui/CountLink';
import { compare, fewWords, SIGNS, standingNotes, standingWords } from '../../ui/comparison';
import { DataTable, numeric } from '../../ui/DataTable';
import { figureOf, useOffice, useScheme, useView } from '../../ui/data';
import { Figure } from '../../ui/Figure';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { NoFigure } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { RateBar } from '../../ui/RateBar';
import { sideToOpen } from '../../ui/sideCount';
import { type ComparedLevel, comparedAreas, ownAreas } from './areas';
import { useShown } from './useShown';

interface Row {
  key: string;
  id: string;
  /** `whole`: the province; `own`: 省本级, 市州本级, which are none of the areas compared. */
  kind: 'whole' | 'area' | 'own';
  figure: IndicatorValue;
  quarters: IndicatorValue[];
}

/**
 * The compared areas as a table, the province first: value, counts with their rows, interval, each quarter. Last what the
 * areas leave over, so that the counts add up.
 */
export function AreaTable({ assessment, table }: { assessment: Assessment; table: Tabulation }) {
  const office = useOffice();
  const { smallN } = useScheme();
  const view = useView();
  const { indicator, level, levelName, within } = useShown();
  const { province } = office.profile.regions;
  const { whole } = office.words;
  const rows = useMemo(() => {
    const row = (kind: Row['kind'], id: string, of: (period: Period) => IndicatorValue): Row => {
      const quarters = view.quarters.length > 1 ? view.quarters.map((q) => of(quarterPeriod(q))) : [];
      return { key: `${kind}/${id}`, id, kind, figure: of(assessment.period), quarters };
    };
    const areas = comparedAreas(office, level, within);
    const own = ownAreas(office, level, within).map((area) =>
      row('own', area.id, (period) => ownFigure(office, table, area, indicator.id, period)),
    );
    return [
      ...(shownAt(indicator, 'province')
        ? [row('whole', province.code, (p) => figureOf(assessment, 'province', province.code, indicator.id, p))]
        : []),
      ...areas.map((a) => row('area', a.id, (p) => figureOf(assessment, level, a.id, indicator.id, p))),
      // Of the many 市州本级 those that hold something.
      ...own.filter(({ figure }) => level === 'prefecture' || figure.denominator > 0 || figure.undated > 0),
    ];
  }, [assessment, table, office, indicator, level, within, province, view.quarters]);
  const columns = useMemo(
    () =>
      columnsOf(office.catalogue, {
        office,
        indicator,
        level,
        levelName,
        province: figureOf(assessment, 'province', province.code, indicator.id),
        quarters: rows[0]?.quarters ?? [],
        smallN,
      }),
    [office, indicator, level, levelName, rows, smallN, assessment, province],
  );
  return (
    <Panel
      title={`各${levelName}的${indicator.name}是多少，逐季怎样变化？`}
      note={`${standings(indicator, whole, fewWords(smallN))}${measureOf(indicator).addsUp || !indicator.target ? '' : `${targetText(indicator)}（${indicator.target.source}）；`}${SUMS[level](office, indicator)}各季按${indicator.words.period}归季；截止 ${view.asOf}`}
      hint="件数可点开看明细"
    >
      <DataTable<Row>
        caption={`${view.name}各${levelName}${indicator.name}`}
        rowKey="key"
        minWidth={900}
        dataSource={rows}
        columns={columns}
        rowClassName={(row) => (row.kind === 'whole' ? 'kp-province-row' : '')}
        className="kp-area-table"
        sticky={false}
      />
    </Panel>
  );
}

/** What the signs before the values say, or why there is none. */
function standings(of: Indicator, whole: string, few: string): string {
  const { better, addsUp, sure } = measureOf(of);
  const signs = sure ? `▲▼ 明显优于、差于${whole}，△▽ 可能出于偶然；` : `△▽ 优于、差于${whole}；`;
  const compared = better !== null && !addsUp;
  const notes = standingNotes([of], whole).filter(() => !compared || !sure);
  return `${compared ? `${signs}${few}的为件数少，不比优劣；` : ''}${notes.map((n) => `${n}；`).join('')}`;
}

/** Whether the rows below the province add up to it. */
const SUMS: Record<ComparedLevel, (office: Office, of: Indicator) => string> = {
  prefecture: ({ words }, of) =>
    isOfReporting(of)
      ? `各${words.places}与${words.departments}（不参加其排名）相加等于${words.whole}；`
      : `各${words.places}与${words.own}（台账中写${words.province}自身代码，不参加排名）相加等于${words.whole}；`,
  county: ({ words }) =>
    `本级为台账中写${words.province}或${words.prefecture}自身代码、不属任何${words.smallest}的案件，与各${words.smallest}相加等于其${words.prefecture}和${words.whole}；`,
  department: ({ words, catalogue }, of) => {
    if (isOfReporting(of)) return `${words.whole}另含各${words.places}的报送；`;
    return tellsDepartment(catalogue.ledger(of.ledger))
      ? ''
      : `台账没有部门列：只计各部门自己报送的，${words.whole}另含各${words.places}的报送；`;
  },
  zone: () => '片区重叠，不可相加；',
};

/** Sorts areas by a number; the province stays first, 本级 last, before them areas without a case, whichever way. */
const KINDS: readonly Row['kind'][] = ['whole', 'area', 'own'];
const by =
  (of: (figure: IndicatorValue) => number | null) =>
  (a: Row, b: Row, order?: 'ascend' | 'descend' | null): number => {
    const turn = order === 'descend' ? -1 : 1;
    if (a.kind !== b.kind) return turn * (KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind));
    const [x, y] = [of(a.figure), of(b.figure)];
    if (x === null || y === null) return turn * ((x === null ? 1 : 0) - (y === null ? 1 : 0));
    return x - y;
  };

interface ColumnsOf {
  office: Office;
  indicator: Indicator;
  level: ComparedLevel;
  levelName: string;
  province: IndicatorValue;
  /** Of any row: what stands at the heads of the last columns. */
  quarters: readonly IndicatorValue[];
  smallN: Scheme['smallN'];
}

function columnsOf(
  catalogue: Catalogue,
  { office, indicator, level, levelName, province, quarters, smallN }: ColumnsOf,
): TableColumnsType<Row> {
  const { whole } = office.words;
  const unit = catalogue.countUnit(indicator);
  const measure = measureOf(indicator);
  const bar: TableColumnsType<Row>[number] = {
    title: `与${whole}（┃）相比`,
    key: 'bar',
    className: 'kp-no-print',
    render: (_, { figure }) => <RateBar figure={figure} reference={province} />,
  };
  const parts: TableColumnsType<Row> = [
    {
      title: `${measure.words.met}（${unit}）`,
      key: 'numerator',
      ...numeric,
      render: (_, { figure }) => <CountLink value={figure} side="numerator" />,
    },
    {
      title: `${measure.words.missing}（${unit}）`,
      key: 'missing',
      ...numeric,
      render: (_, { figure }) => <CountLink value={figure} side="missing" />,
    },
  ];
  return [
    {
      title: levelName,
      key: 'name',
      render: (_, { kind, id, figure }) => {
        if (kind === 'whole') return whole;
        if (kind === 'own') return figure.name;
        return <ScreenLink {...areaAddress(office, level, id, indicator.id)}>{figure.name}</ScreenLink>;
      },
    },
    {
      title: valueColumn(measure),
      key: 'value',
      ...numeric,
      sorter: by((f) => f.value),
      render: (_, { kind, figure }) => {
        const standing = kind === 'whole' ? 'none' : compare(catalogue, figure, province, smallN);
        const sign = SIGNS[standing];
        const words = standingWords(standing, whole);
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
            {figure.value === null ? <NoFigure figure={figure} /> : figureText(indicator, figure)}
            {!measure.addsUp && reachesTarget(indicator, figure) === false && <small>未达到目标</small>}
          </>
        );
      },
    },
    ...(measure.words.interval
      ? [
          {
            title: measure.words.interval,
            key: 'interval',
            ...numeric,
            render: (_: unknown, { figure }: Row) => intervalText(measure, figure) || '—',
          },
        ]
      : []),
    ...(measure.whole === null ? [] : [bar]),
    ...(measure.parts ? parts : []),
    {
      title: `n（${unit}）`,
      key: 'n',
      ...numeric,
      sorter: by((f) => f.denominator),
      render: (_, { figure }) => (
        <>
          <CountLink value={figure} side="denominator" />
          <LeftOutNote {...figure} />
        </>
      ),
    },
    ...quarters.map((quarter, i) => ({
      title: periodShortName(quarter.period),
      key: quarter.period,
      ...numeric,
      render: (_: unknown, row: Row) => {
        const value = row.quarters[i] as IndicatorValue;
        return <Figure value={value} opens={sideToOpen(catalogue, value)} />;
      },
    })),
  ];
}
