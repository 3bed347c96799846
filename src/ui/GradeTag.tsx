import type { CSSProperties } from 'react';

/**
 * The grade (等次) of a unit: its name, and as many bars filled as there are grades below it. Bars, fill and outline tell grades
 * apart without colour, in greys too.
 */
export function GradeTag({ grade, grades }: { grade: string | null; grades: readonly { name: string }[] }) {
  if (grade === null) return <span className="kp-no-case">不参评</span>;
  const at = grades.findIndex((g) => g.name === grade);
  const bars = Math.max(1, grades.length - 1);
  const style = { '--bars': bars, '--filled': Math.max(0, bars - at) } as CSSProperties;
  return (
    <span className={`kp-grade kp-grade-${bandOf(at, grades.length)}`}>
      <span aria-hidden="true" className="kp-grade-bars" style={style} />
      {grade}
    </span>
  );
}

/** The highest is filled, the next tinted, the lowest dashed, those between plain. */
export function bandOf(at: number, count: number): 'top' | 'upper' | 'lower' | 'bottom' {
  if (at === 0) return 'top';
  if (at === count - 1) return 'bottom';
  return at < count / 2 ? 'upper' : 'lower';
}
