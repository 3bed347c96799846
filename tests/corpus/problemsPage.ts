import {
  FILE_NOTE_SEVERITY,
  FILE_PROBLEM_CODES,
  PROBLEM_SEVERITY,
  type ProblemCode,
  severityOf,
} from '../../src/domain/problemCodes';
import { problemName } from '../../src/domain/problemNames';
import { problemSentence } from '../../src/domain/problems';
import { catalogue } from '../support/catalogue';
import { CORPUS } from './corpus';
import { packs } from './packs';
import { outcomeOf, type Said } from './read';
import { outcomeOfPack } from './readPack';

/** Files that a row of the table names. */
const NAMED = 4;

/** Found when a file is held against another one: no single file gives it. */
const BETWEEN_FILES: Partial<Record<ProblemCode, string>> = {
  later_version: problemSentence('later_version', { detail: '2017Q1_632200_complaints_v2.csv' }),
};

/** What is said of a file of the corpus. */
interface Shown {
  /** 规则/编号重复 */
  file: string;
  said: Said;
}

/** Of rows, those that ledgers bring behind the others. */
const ROW_CODES: readonly ProblemCode[] = [...Object.keys(PROBLEM_SEVERITY), ...catalogue.oddities.map((o) => o.code)];

async function allSaid(): Promise<Shown[]> {
  const shown: Shown[] = [];
  for (const [group, cases] of Object.entries(CORPUS))
    for (const c of cases)
      shown.push(...(await outcomeOf(c)).said.map((said) => ({ file: `${group}/${c.name}`, said })));
  for (const pack of packs)
    shown.push(...(await outcomeOfPack(pack)).said.map((said) => ({ file: `压缩包/${pack.name}`, said })));
  return shown;
}

/** Kinds of one code that have sentences of their own. */
function kindOf({ code, found }: Said): string {
  if (code === 'passed_over') return `${code}（${found?.value}）`;
  if (code === 'repaired') return `${code}（${found?.detail?.split('|')[0]}）`;
  return code;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');

function row(code: ProblemCode, shown: readonly Shown[]): string[] {
  const kinds = [...new Set(shown.filter((s) => s.said.code === code).map((s) => kindOf(s.said)))].sort();
  return (kinds.length ? kinds : [code]).map((kind) => {
    const own = shown.filter((s) => kindOf(s.said) === kind);
    const files = [...new Set(own.map((s) => s.file))];
    const named = files.slice(0, NAMED).join('；') + (files.length > NAMED ? ` 等 ${files.length} 个` : '');
    const sentence = own[0]?.said.sentence ?? BETWEEN_FILES[code] ?? '';
    return `| ${problemName(catalogue, code)} | \`${kind}\` | ${cell(sentence)} | ${cell(named) || '与另一个文件相比得出'} |`;
  });
}

const table = (codes: readonly ProblemCode[], shown: readonly Shown[]): string =>
  ['| 类别 | 代码 | 例句 | 语料文件 |', '|---|---|---|---|', ...codes.flatMap((c) => row(c, shown))].join('\n');

/** Codes that no file of the corpus gives, and that one should. */
export async function codesWithoutFile(): Promise<ProblemCode[]> {
  const given = new Set((await allSaid()).map((s) => s.said.code));
  const codes = [...ROW_CODES, ...Object.keys(FILE_NOTE_SEVERITY)];
  return [...codes, ...FILE_PROBLEM_CODES].filter((c) => !given.has(c) && !BETWEEN_FILES[c]);
}

/** `docs/problems.md`: every code with the sentence that a file of the corpus gives. */
export async function problemsPage(): Promise<string> {
  const shown = await allSaid();
  const noteCodes = Object.keys(FILE_NOTE_SEVERITY) as ProblemCode[];
  const of = (codes: readonly ProblemCode[], severity: string) => codes.filter((c) => severityOf(c) === severity);
  return `# 问题一览 · Problems

读取文件时可能说到的每一种情况。例句是下列语料文件实际得到的第一句；语料文件由 \`tests/corpus/\` 的脚本生成，
本页由 \`npm run problems\` 写出，请不要手工改动。

## 1. 行的错误：该行搁置，不计入

${table(of(ROW_CODES, 'error'), shown)}

## 2. 行的提醒：该行计入，请核对

${table(of(ROW_CODES, 'warning'), shown)}

## 3. 文件未采用

${table(FILE_PROBLEM_CODES, shown)}

## 4. 对整个文件、工作表或列的提醒

${table(of(noteCodes, 'warning'), shown)}

## 5. 文件是怎样读的：不是问题，问到时才列出

${table(of(noteCodes, 'note'), shown)}
`;
}
