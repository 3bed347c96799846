import { FileRefused } from '../../domain/problems';
import { isTrue } from './attributes';
import { MOST_SHEETS } from './batches';
import { xmlText } from './entities';
import { readTokens } from './tokenStream';
import { CLOSE, OPEN, TEXT, type Token, Tokens } from './tokens';
import type { ZipParts } from './zipParts';

export interface SheetPart {
  name: string;
  hidden: boolean;
  part: string;
}

/** Where the parts of a workbook are. */
export interface WorkbookParts {
  date1904: boolean;
  /** All is to be calculated when it is opened. */
  uncalculated: boolean;
  sheets: SheetPart[];
  /** Null where there is none. */
  sharedStrings: string | null;
  styles: string | null;
}

interface Related {
  type: string;
  target: string;
}

const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1);

/** `../a/b.xml` from the folder of the part that names it. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (/^[/\\]/.test(target) ? target : folder + target).split(/[/\\]/)) {
    if (step === '..') steps.pop();
    else if (step && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

async function related(zip: ZipParts, part: string): Promise<Map<string, Related>> {
  const folder = folderOf(part);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Related>();
  if (!zip.has(list)) return found;
  const tokens = new Tokens();
  const visit = (token: Token) => {
    if (token !== OPEN || tokens.name !== 'Relationship' || tokens.attribute('TargetMode') === 'External') return;
    const id = tokens.attribute('Id');
    const target = tokens.attribute('Target');
    // The last step of the address is the same in both editions of the standard.
    const type = (tokens.attribute('Type') ?? '').split('/').pop() ?? '';
    if (id !== null && target !== null) found.set(id, { type, target: resolve(folder, xmlText(target)) });
  };
  await readTokens(zip.stream(list), tokens, visit);
  return found;
}

/** Name of the workbook's main part. */
export async function mainPart(zip: ZipParts): Promise<string> {
  for (const { type, target } of (await related(zip, '')).values())
    if (type === 'officeDocument' && zip.has(target)) return target;
  return zip.has('xl/workbook.bin') ? 'xl/workbook.bin' : 'xl/workbook.xml';
}

/** @throws FileRefused for a workbook that is damaged or has no sheet of cells */
export async function readParts(zip: ZipParts, main: string): Promise<WorkbookParts> {
  const parts = await related(zip, main);
  const one = (type: string, usual: string): string | null => {
    const target = [...parts.values()].find((p) => p.type === type)?.target ?? resolve(folderOf(main), usual);
    return zip.has(target) ? target : null;
  };
  const sheets: SheetPart[] = [];
  let date1904 = false;
  let uncalculated = false;
  let closed = false;
  const tokens = new Tokens();
  const visit = (token: Token) => {
    if (token === CLOSE) closed ||= tokens.name === 'workbook';
    if (token === TEXT || token === CLOSE) return;
    if (tokens.name === 'workbookPr') date1904 = isTrue(tokens.attribute('date1904'));
    else if (tokens.name === 'calcPr') uncalculated = isTrue(tokens.attribute('fullCalcOnLoad'));
    else if (tokens.name === 'sheet') {
      const name = xmlText(tokens.attribute('name') ?? '');
      const id = tokens.attribute('r:id') ?? prefixedId(tokens);
      const part = parts.get(id ?? '');
      // Charts, dialogs and macros have sheets of their own, without cells.
      if (part && part.type !== 'worksheet') return;
      if (!part || !zip.has(part.target)) throw new FileRefused('broken_workbook', { detail: `缺少工作表「${name}」` });
      if (sheets.length === MOST_SHEETS) throw new FileRefused('too_large', { detail: `超过 ${MOST_SHEETS} 张工作表` });
      // One part under many names would be read as often.
      if (sheets.some((s) => s.part === part.target))
        throw new FileRefused('broken_workbook', { detail: `工作表「${name}」与另一个共用内容` });
      sheets.push({ name, hidden: /hidden$/i.test(tokens.attribute('state') ?? ''), part: part.target });
    }
  };
  await readTokens(zip.stream(main), tokens, visit);
  if (!closed) throw new FileRefused('broken_workbook', { detail: `${main} 不完整` });
  if (!sheets.length) throw new FileRefused('broken_workbook', { detail: '没有工作表' });
  return {
    date1904,
    uncalculated,
    sheets,
    sharedStrings: one('sharedStrings', 'sharedStrings.xml'),
    styles: one('styles', 'styles.xml'),
  };
}

/** The prefix of relationships is `r` with every program that is known; another one is found by what it ends in. */
const prefixedId = (tokens: Tokens): string | null => tokens.attributeEndingIn(':id');
