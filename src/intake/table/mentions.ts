import { LEDGERS } from '../../domain/ledgers';
import type { Above } from './table';
import { squeezed, word } from './words';

/** What a new sheet is called before anyone names it. */
const UNNAMED = /^(?:sheet|工作表|表格?|book|table)\d*$/i;

/** The words that name who or what a form is for, and what they say. */
const NAMED =
  /(?:填[报表]|报送|上报|汇总)(?:单位|部门|地区|期|时期|季度)(?:[(（](?:盖章|公章|签章)[)）])?[:：]\s*([^\s:：]+)|(?:所属期|所属时期|所属季度|统计期|报告期)[:：]\s*([^\s:：]+)/g;

const PERIOD = /\d{4}\s*年?\s*(?:第?\s*[一二三四1-4]\s*季|[上下]半年|度|[-_]?[QH][1-4])|[QH][1-4]/i;

/**
 * Texts about a table that may name its unit, period or ledger: titles, what stands behind 填报单位：, the sheet's name. As they
 * stand, for whoever can read them (`readFileName`), each once.
 */
export function mentionsOf(above: readonly Above[], sheetName: string | null): string[] {
  const aliases = Object.values(LEDGERS).flatMap((l) => l.aliases);
  const speaks = (text: string) => PERIOD.test(text) || aliases.some((a) => word(text).toLowerCase().includes(a));
  const found = above.flatMap(({ kind, text }) => {
    const named = [...text.matchAll(NAMED)].map((m) => (m[1] ?? m[2]) as string);
    return kind === 'title' ? [text] : named.length ? named : speaks(text) && text.length <= 60 ? [text] : [];
  });
  if (sheetName !== null && !UNNAMED.test(word(sheetName))) found.push(squeezed(sheetName));
  return [...new Set(found)].filter(Boolean);
}
