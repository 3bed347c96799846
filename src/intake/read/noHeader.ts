import type { Catalogue } from '../../domain/catalogue/catalogue';
import { type Ask, FileRefused } from '../../domain/problems';
import { fieldOf, keyOf } from '../table/keys';
import type { HeadRow } from '../table/table';
import { isBlank } from '../table/words';

/** Headers that the sentence names. */
const NAMED = 8;

const isKnown = (catalogue: Catalogue, text: string): boolean =>
  catalogue.ledgers.some((ledger) => fieldOf(ledger, keyOf(text)) !== undefined);

/**
 * Says that no sheet has a header: how much was looked at, and the row that came nearest. Known headers of it only are named:
 * the others may be values, and a person's.
 * @param most rows that were looked at of each sheet
 * @param asks what the person can answer
 */
export function noHeader(
  catalogue: Catalogue,
  sheets: readonly { name: string | null; head: readonly HeadRow[] }[],
  most: number,
  asks: readonly Ask[] = [],
): FileRefused {
  let nearest: { where: string; headers: string[] } | null = null;
  for (const { name, head } of sheets)
    for (const { row, texts } of head) {
      const headers = [...new Set(texts.filter((text) => isKnown(catalogue, text)).map((t) => t.trim()))];
      if (headers.length > (nearest?.headers.length ?? 0))
        nearest = { where: `${sheets.length > 1 && name ? `工作表「${name}」` : ''}第 ${row} 行`, headers };
    }
  const longest = Math.max(0, ...sheets.map((s) => s.head.length));
  const blank = sheets.every((s) => s.head.every(({ texts }) => texts.every(isBlank)));
  const rows = longest < most ? `全部 ${longest} 行` : `前 ${most} 行`;
  const looked = sheets.length > 1 ? `已查看 ${sheets.length} 个工作表，每个看${rows}` : `已查看${rows}`;
  const found = nearest
    ? `最接近的是${nearest.where}，但只认出${nearest.headers
        .slice(0, NAMED)
        .map((h) => `「${h}」`)
        .join('')}`
    : '没有一个认识的表头';
  return new FileRefused('no_header', { detail: blank ? '表里没有内容，只有空白' : `${looked}，${found}` }, asks);
}
