import { scoreText } from '../domain/display';

export interface ScoreCellProps {
  /** Points; null where not assessed. */
  points: number | null;
  full?: number;
  decimals: number;
}

/** Points, with the full marks in small type. */
export function ScoreCell({ points, full, decimals }: ScoreCellProps) {
  if (points === null) return <span className="kp-no-case">不参评</span>;
  return (
    <span className="kp-score">
      {scoreText(points, decimals)}
      {full !== undefined && <small>/{Number(full.toFixed(decimals))}</small>}
    </span>
  );
}
