import type { TableColumnsType } from 'antd';
import { type Assessment, type RankingRow, rankingOf } from '../../assessment/assess';
import type { Scheme } from '../../domain/scheme';
import type { UnitGroup } from '../../domain/units';
import { unitsScreen } from '../../ui/address';
import { DataTable, numeric } from '../../ui/DataTable';
import { Dearest } from '../../ui/Dearest';
import { useScheme } from '../../ui/data';
import { GradeTag } from '../../ui/GradeTag';
import { ScreenLink } from '../../ui/navigation';
import { Panel } from '../../ui/Panel';
import { ScoreCell } from '../../ui/ScoreCell';

/** 市州排名: a group by rank, with the three items that cost each unit most; units that are not assessed stand last, with the reason. */
export function RankingPanel({ group, assessment }: { group: UnitGroup; assessment: Assessment }) {
  const scheme = useScheme();
  const rows = rankingOf(assessment, group.id);
  const assessed = rows.filter((r) => r.rank !== null).length;
  return (
    <Panel
      title={`各${group.one}的得分和名次，分数失在哪里？`}
      note={`参评 ${assessed} 个，共 ${rows.length} 个${group.one}；满分 ${scheme.full}；同分并列，其后名次顺延`}
    >
      <DataTable<RankingRow>
        caption={`${group.name}排名`}
        rowKey="id"
        minWidth={780}
        dataSource={rows}
        columns={columnsOf(group, assessment, scheme)}
        sticky={false}
      />
    </Panel>
  );
}

const columnsOf = (group: UnitGroup, assessment: Assessment, scheme: Scheme): TableColumnsType<RankingRow> => [
  { title: '名次', dataIndex: 'rank', width: 48, ...numeric, render: (rank: number | null) => rank ?? '—' },
  {
    title: group.one,
    dataIndex: 'name',
    width: 164,
    render: (name: string, row) => (
      <ScreenLink screen={unitsScreen(group.id)} search={{ id: row.id }}>
        {name}
      </ScreenLink>
    ),
  },
  {
    title: '得分',
    dataIndex: 'score',
    width: 68,
    ...numeric,
    render: (score: number | null) => (score === null ? '—' : <ScoreCell points={score} decimals={scheme.decimals} />),
  },
  {
    title: '等次',
    dataIndex: 'grade',
    width: 66,
    render: (grade: string | null) => <GradeTag grade={grade} grades={scheme.grades} />,
  },
  {
    title: '失分最多的三项（失分）',
    key: 'lost',
    render: (_, row) => (row.score === null ? row.note : <Dearest assessment={assessment} row={row} most={3} />),
  },
];
