import { rankingOf } from '../../src/assessment/assess';
import type { AssessmentDocument } from '../../src/assessment/document';
import { scoreText, undatedText } from '../../src/domain/display';
import type { Office } from '../../src/domain/office';
import { periodName } from '../../src/domain/period';
import type { ProblemGroup } from '../../src/domain/problemGroups';
import { countedRows } from '../../src/domain/rowRuns';
import type { Scheme } from '../../src/domain/scheme';

/** Columns a text takes on a terminal: Chinese characters take two. */
const width = (text: string): number => [...text].reduce((n, c) => n + (/[\u1100-\uffdc]/.test(c) ? 2 : 1), 0);
const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));
const padLeft = (text: string, to: number): string => ' '.repeat(Math.max(0, to - width(text))) + text;

/**
 * A text of a file, or its name, in one line of a terminal: control characters could clear what stands there, hide it or turn
 * it round, and are shown as what cannot be shown.
 */
export const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\ufffd');

/** The ranking as tables and the count of problems, for a terminal. */
export function rankingText({ catalogue, groups, words }: Office, doc: AssessmentDocument, scheme: Scheme): string {
  const lines = [`${periodName(doc.period)}考核　截止日 ${doc.asOf}　方案 ${scheme.name}`];
  if (scheme.sample) lines.push(`※ ${scheme.caution}`);
  for (const { id: group, name } of groups) {
    lines.push('', `${name}排名`);
    lines.push([padLeft('名次', 4), pad('单位', 24), padLeft('得分', 8), padLeft('满分', 8), '等次'].join('  '));
    for (const r of rankingOf(doc, group))
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
    lines.push('', `另列（${words.whole}）`);
    for (const { indicator: id, undated: count } of undated)
      lines.push(`${catalogue.indicator(id).name}：${undatedText(count, id === 'submission_on_time' ? '份' : '件')}`);
  }
  const errors = doc.problems.filter((p) => p.severity === 'error').length;
  const refused = doc.submissions.filter((s) => s.status === 'refused').length;
  lines.push(
    '',
    `文件 ${doc.submissions.length} 个（未采用 ${refused} 个）；问题 ${doc.problems.length} 个（逐行计）：错误 ${errors}，提示 ${doc.problems.length - errors}`,
  );
  return lines.join('\n');
}

/** Lines of problems on a terminal. */
const LINES = 60;

/** What is wrong in which file, column and rows: a line for each cause, below the ranking. How files were read is left out. */
export function problemsText(all: readonly ProblemGroup[]): string {
  const groups = all.filter((g) => g.severity !== 'note');
  if (groups.length === 0) return '';
  const lines: string[] = [];
  let file = '';
  for (const g of groups.slice(0, LINES)) {
    if (g.file !== file) lines.push(oneLine(`${g.file}：`));
    file = g.file;
    const place = [
      g.sheet !== null && `工作表「${g.sheet}」`,
      g.letters !== null && `${g.letters}列`,
      g.runs.length > 0 && countedRows(g.runs, g.rows),
    ].filter(Boolean);
    const said = `${place.length ? `${place.join(' ')}：` : ''}${g.message}`;
    lines.push(`  ${g.severity === 'error' ? '✕' : '△'} ${oneLine(said)}`);
  }
  const left = groups.length - LINES;
  if (left > 0) lines.push(`另有 ${left} 条没有列出，逐行的都在 --out 写出的 assessment.json 里。`);
  return `\n\n问题清单（同一文件、同一列的同一问题归为一条；✕ 错误，△ 提示；未采用的文件另见提示）\n${lines.join('\n')}`;
}
