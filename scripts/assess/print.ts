import type { AssessmentDocument } from '../../src/assessment/assess';
import { scoreText, undatedText } from '../../src/domain/display';
import { indicator } from '../../src/domain/indicators';
import { periodName } from '../../src/domain/period';
import { GROUPS, type Scheme } from '../../src/domain/scheme';

const GROUP_NAMES = { prefectures: '市州', departments: '部门' } as const;

/** Columns a text takes on a terminal: Chinese characters take two. */
const width = (text: string): number => [...text].reduce((n, c) => n + (/[\u1100-\uffdc]/.test(c) ? 2 : 1), 0);
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));
const padLeft = (text: string, to: number): string => ' '.repeat(Math.max(0, to - width(text))) + text;

/** The ranking as tables and the count of problems, for a terminal. */
export function rankingText(doc: AssessmentDocument, scheme: Scheme): string {
  const lines = [`${periodName(doc.period)}考核　截止日 ${doc.asOf}　方案 ${scheme.name}`];
  if (scheme.sample) lines.push(`※ ${scheme.caution}`);
  for (const group of GROUPS) {
    lines.push('', `${GROUP_NAMES[group]}排名`);
    lines.push([padLeft('名次', 4), pad('单位', 24), padLeft('得分', 8), padLeft('满分', 8), '等次'].join('  '));
    for (const r of doc.ranking.filter((x) => x.group === group))
      lines.push(
        [
          padLeft(r.rank === null ? '—' : String(r.rank), 4),
          pad(r.name, 24),
          padLeft(scoreText(r.score, scheme.decimals), 8),
          padLeft(String(r.full), 8),
          r.grade ?? r.note,
        ].join('  '),
      );
  }
  const undated = doc.indicators.filter((v) => v.level === 'province' && v.period === doc.period && v.undated > 0);
  if (undated.length) {
    lines.push('', '另列（全省）');
    for (const { indicator: id, undated: count } of undated)
      lines.push(`${indicator(id).name}：${undatedText(count, id === 'submission_on_time' ? '份' : '件')}`);
  }
  const errors = doc.problems.filter((p) => p.severity === 'error').length;
  const refused = doc.submissions.filter((s) => s.status === 'refused').length;
  lines.push(
    '',
    `文件 ${doc.submissions.length} 个（未采用 ${refused} 个）；问题 ${doc.problems.length} 条：错误 ${errors}，提示 ${doc.problems.length - errors}`,
  );
  return lines.join('\n');
}
