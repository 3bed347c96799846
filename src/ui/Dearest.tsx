import { type Assessment, type RankingRow, type ScoreLine, scoreSheet } from '../assessment/assess';
import { dearest } from '../assessment/dearest';
import { scoreText } from '../domain/display';
import { useOffice, useScheme } from './data';
import { EvidenceLink } from './EvidenceLink';
import { opensWords } from './opens';
import { sideToOpen } from './sideCount';

/** The items that cost a unit most, each with the points lost; a name opens the rows that cost them. */
export function Dearest({ assessment, row, most }: { assessment: Assessment; row: RankingRow; most: number }) {
  const lines = dearest(scoreSheet(assessment, row.group, row.id), most);
  if (lines.length === 0) return <span className="kp-no-case">没有失分</span>;
  return (
    <span className="kp-dearest">
      {lines.map((line) => (
        <span key={line.item.id}>
          <LostPoints name={row.name} line={line} />
        </span>
      ))}
    </span>
  );
}

/** One item with the points that a unit lost in it. */
export function LostPoints({ name, line: { item, figure, lost } }: { name: string; line: ScoreLine }) {
  const { catalogue } = useOffice();
  const of = catalogue.indicator(item.indicator);
  const points = scoreText(lost, useScheme().decimals);
  return (
    <>
      <EvidenceLink
        indicator={item.indicator}
        side={sideToOpen(catalogue, figure)}
        level={figure.level}
        id={figure.id}
        label={`${name} ${of.name} 失 ${points} 分，${opensWords(of)}`}
      >
        {of.name}
      </EvidenceLink>{' '}
      <span className="kp-lost">−{points}</span>
    </>
  );
}
