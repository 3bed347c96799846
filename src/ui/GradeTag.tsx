/** The grade (等次) of a unit; the highest and lowest band are also told by weight and outline, not by colour alone. */
export function GradeTag({ grade, grades }: { grade: string | null; grades: readonly { name: string }[] }) {
  if (grade === null) return <span className="kp-no-case">不参评</span>;
  const at = grades.findIndex((g) => g.name === grade);
  const band = at === 0 ? 'top' : at === grades.length - 1 ? 'bottom' : 'middle';
  return <span className={`kp-grade kp-grade-${band}`}>{grade}</span>;
}
