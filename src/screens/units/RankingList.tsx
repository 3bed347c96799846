import type { TableColumnsType } from 'antd';
import { type Assessment, type RankingRow, rankingOf } from '../../assessment/assess';
import type { Catalogue } from '../../domain/catalogue/catalogue';
import type { Tabulation } from '../../domain/cells';
import { askedCount } from '../../domain/counts';
import { countText, isUntold, scoreText } from '../../domain/display';
import type { Scheme } from '../../domain/scheme';
import { unitsScreen } from '../../ui/address';
import { DataTable, numeric } from '../../ui/DataTable';
import { Dearest } from '../../ui/Dearest';
import { figureOf, useOffice, useScheme, useView } from '../../ui/data';
import { EvidenceLink } from '../../ui/EvidenceLink';
import { Figure } from '../../ui/Figure';
import { GradeTag } from '../../ui/GradeTag';
import { LeftOutNote } from '../../ui/LeftOutNote';
import { Untold } from '../../ui/NoFigure';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { ScoreCell } from '../../ui/ScoreCell';
import type { GroupView } from './groupView';
import { keyItems, lostOf } from './summary';
import './unit.css';

export interface RankingListProps {
  group: GroupView;
  assessment: Assessment;
  table: Tabulation;
  /** What the list says below its heading, beside who is assessed. */
  note?: string;
  /** How it is used; on the screen only. */
  hint: string;
}

/** Number of key figures: the items of most weight. */
const KEY_FIGURES = 4;

/** One list of units by rank, each a link to its page; those not assessed stand last, with the reason. */
export function RankingList({ group, assessment, table, note, hint }: RankingListProps) {
  const { catalogue } = useOffice();
  const scheme = useScheme();
  const view = useView();
  const { noun } = group;
  const rows = rankingOf(assessment, group.id);
  const assessed = rows.filter((r) => r.rank !== null).length;
  return (
    <Panel
      title={`各${noun}的得分、名次和主要指标`}
      note={`参评 ${assessed} 个，共 ${rows.length} 个${noun}；满分 ${scheme.full}；同分并列，其后名次顺延；${note ? `${note}；` : ''}截止 ${view.asOf}`}
      hint={hint}
    >
      <DataTable<RankingRow>
        caption={`${view.name}${noun}排名`}
        rowKey="id"
        minWidth={1080}
        dataSource={rows}
        columns={columnsOf(catalogue, { group, assessment, table, scheme, quarters: view.quarters })}
        sticky={false}
      />
    </Panel>
  );
}

interface ColumnsOf extends Pick<RankingListProps, 'group' | 'assessment' | 'table'> {
  scheme: Scheme;
  quarters: readonly number[];
}

function columnsOf(
  catalogue: Catalogue,
  { group, assessment, table, scheme, quarters }: ColumnsOf,
): TableColumnsType<RankingRow> {
  const { level, noun } = group;
  const screen = unitsScreen(group.id);
  return [
    { title: '名次', dataIndex: 'rank', width: 52, ...numeric, render: (rank: number | null) => rank ?? '—' },
    {
      title: noun,
      dataIndex: 'name',
      render: (name: string, row) => (
        <ScreenLink screen={screen} search={{ id: row.id }}>
          {name}
        </ScreenLink>
      ),
    },
    {
      title: '得分',
      dataIndex: 'score',
      ...numeric,
      render: (score: number | null) =>
        score === null ? '—' : <ScoreCell points={score} decimals={scheme.decimals} />,
    },
    {
      title: '失分',
      key: 'lost',
      ...numeric,
      render: (_, row) => scoreText(lostOf(row, scheme), scheme.decimals),
    },
    {
      title: '等次',
      dataIndex: 'grade',
      render: (grade: string | null) => <GradeTag grade={grade} grades={scheme.grades} />,
    },
    ...keyItems(scheme, group.id, KEY_FIGURES).map((item) => ({
      title: (
        <ScreenLink screen="indicators" search={{ id: item.indicator }}>
          {catalogue.indicator(item.indicator).name}
        </ScreenLink>
      ),
      key: item.id,
      ...numeric,
      render: (_: unknown, row: RankingRow) => (
        <Figure value={figureOf(assessment, level, row.id, item.indicator)} opens="denominator" />
      ),
    })),
    ...catalogue.attention.map((of) => ({
      title: (
        <>
          {of.question.name}
          <br />
          本期届满（{catalogue.countUnit(of)}）
        </>
      ),
      key: of.id,
      ...numeric,
      render: (_: unknown, row: RankingRow) => {
        const counts = table.counts(level, row.id, of.id, quarters);
        const count = askedCount(of.question, counts);
        const note = (
          <LeftOutNote indicator={of.id} {...{ level, id: row.id, name: row.name, undated: counts.undated }} />
        );
        if (isUntold(counts)) return <Untold figure={counts} />;
        if (count === 0) return <>0{note}</>;
        return (
          <>
            <EvidenceLink
              indicator={of.id}
              side={of.question.side}
              level={level}
              id={row.id}
              label={`${row.name} ${of.question.name} ${countText(count)} ${catalogue.countUnit(of)}，查看案件`}
            >
              {countText(count)}
            </EvidenceLink>
            {note}
          </>
        );
      },
    })),
    {
      title: '失分最多的两项',
      key: 'dearest',
      render: (_, row) =>
        row.score === null ? (
          <span className="kp-no-case">{row.note}</span>
        ) : (
          <Dearest assessment={assessment} row={row} most={2} />
        ),
    },
  ];
}
