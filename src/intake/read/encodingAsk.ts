import type { Catalogue } from '../../domain/catalogue/catalogue';
import { type Ask, FileRefused } from '../../domain/problems';
import { TEXT_ENCODINGS, type TextEncoding } from '../../domain/reading/reading';
import type { OpenedFile } from '../sheet';
import { findTables } from '../table/findTables';
import { headOf } from './readSheet';

const NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（GBK、GB2312）',
  'utf-16le': 'UTF-16 LE（“Unicode 文本”）',
  'utf-16be': 'UTF-16 BE',
};

/**
 * Asks for the encoding of a text in which no header was found, where that helps: in another one there is a header.
 * @param file encoding: the one that it was read in; null where none fits
 */
export async function encodingAsks(
  catalogue: Catalogue,
  { encoding, reopen }: Pick<OpenedFile, 'reopen'> & { encoding: string | null },
): Promise<Ask[]> {
  if (!reopen) return [];
  const helpful: TextEncoding[] = [];
  for (const other of TEXT_ENCODINGS)
    if (other !== encoding?.replace('-bom', '') && (await hasHeader(catalogue, () => reopen(other))))
      helpful.push(other);
  if (helpful.length === 0) return [];
  const tried = encoding === null ? '文字编码无法识别。' : `已按 ${encoding.toUpperCase()} 读取，没有找到表头。`;
  return [
    {
      of: 'encoding',
      text: `${tried}${helpful.map((e) => NAMES[e]).join('、')}可以认出表头，是不是按它读取？`,
      choices: helpful.map((e) => ({ answer: e, label: `按 ${NAMES[e]} 读取` })),
      otherwise: '如不清楚，请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后重报。',
    },
  ];
}

async function hasHeader(catalogue: Catalogue, open: () => Promise<OpenedFile>): Promise<boolean> {
  try {
    const { sheets } = await open();
    for (const sheet of sheets) if (findTables(catalogue, await headOf(sheet), sheet).length > 0) return true;
    return false;
  } catch (error) {
    if (error instanceof FileRefused) return false;
    throw error;
  }
}
