import type { Ask } from '../../domain/problems';
import { TEXT_ENCODINGS, type TextEncoding } from '../../domain/reading/reading';

const NAMES: Readonly<Record<TextEncoding, string>> = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030（GBK、GB2312）',
  'utf-16le': 'UTF-16 LE（“Unicode 文本”）',
  'utf-16be': 'UTF-16 BE',
};

/** Whether a file's form is a text, whose encoding may have been told wrong. */
export const isText = (encoding: string): boolean =>
  (TEXT_ENCODINGS as readonly string[]).includes(encoding.replace('-bom', ''));

/** Asks for the encoding. @param tried the one that the file was read in; null where none fits */
export const encodingAsk = (tried: string | null): Ask => ({
  of: 'encoding',
  text:
    tried === null
      ? '文字编码无法识别。按哪种编码读取？'
      : `已按 ${tried.toUpperCase()} 读取，没有找到表头。如果文字编码不对，按哪种编码读取？`,
  choices: TEXT_ENCODINGS.filter((e) => e !== tried?.replace('-bom', '')).map((e) => ({ answer: e, label: NAMES[e] })),
  otherwise: '如不清楚，请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后重报。',
});
