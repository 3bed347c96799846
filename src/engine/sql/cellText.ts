import { literal, name } from './text';

/** China's zone the whole year round, whatever the computer's. */
const UTC_PLUS_8 = 8 * 3600 * 1_000_000;

/** Begins the text that stands for bytes that are no text. */
export const NO_TEXT = '（无法识别的字节 ';

/** True for a cell whose bytes are no text. */
export const isNoText = (x: string): string => `coalesce(starts_with(${x}, ${literal(NO_TEXT)}), false)`;

// No text has a NUL in it.
const noNul = (bytes: string): string => `NOT contains(try(decode(${bytes})), chr(0))`;

/** SQL condition on bytes: UTF-8, or a gap. */
export const isUtf8 = (bytes: string): string => `coalesce(${noNul(bytes)}, ${bytes} IS NULL)`;

/** SQL condition on bytes: the same text in every encoding. */
export const isAscii = (bytes: string): string =>
  `coalesce(length(try(decode(${bytes}))) = octet_length(${bytes}) AND ${noNul(bytes)}, false)`;

const WHOLE_OR_TEXT =
  /^(?:U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|VARCHAR|JSON|DATE|TIMESTAMP(?:_S|_MS|_NS)?|"NULL")$/;

/**
 * The text that a column's cell means, by the column's type as DESCRIBE gives it (or a note of `parquet/footer.ts`): one
 * meaning for all adapters. A day is a day in China (UTC+8): an instant is put there by arithmetic, since what the
 * database would do depends on the computer's zone; a time without a zone is taken as written.
 * @param bytesText table (`bytes`, `text`) of the byte cells that are not UTF-8; null where all of them are
 * @returns null where no cell of a ledger can be of this type
 */
export function cellText(column: string, type: string, bytesText: string | null = null): string | null {
  const x = name(column);
  if (WHOLE_OR_TEXT.test(type) || type.startsWith('ENUM(')) return `CAST(${x} AS VARCHAR)`;
  if (type.startsWith('DECIMAL(')) return withoutZeros(`CAST(${x} AS VARCHAR)`);
  switch (type) {
    case 'BOOLEAN':
      return `CASE ${x} WHEN true THEN '是' WHEN false THEN '否' END`;
    case 'FLOAT':
    case 'DOUBLE':
      return numberText(x);
    case 'TIMESTAMP WITH TIME ZONE':
      return inChina(x);
    case 'INT96':
    case 'TIMESTAMP WITHOUT A WORD ON ITS ZONE':
      return zoneUnknown(x);
    case 'BLOB':
      return bytesText
        ? `coalesce((SELECT b.text FROM ${bytesText} b WHERE b.bytes = ${x}), try(decode(${x})))`
        : `decode(${x})`;
    case 'UUID':
      // In the browser it comes as bytes.
      return `CASE typeof(${x}) WHEN 'BLOB' THEN lower(regexp_replace(hex(CAST(${x} AS BLOB)),
        '(.{8})(.{4})(.{4})(.{4})', '\\1-\\2-\\3-\\4-')) ELSE CAST(${x} AS VARCHAR) END`;
    default:
      return null;
  }
}

const withoutZeros = (text: string): string =>
  `CASE WHEN contains(${text}, '.') THEN rtrim(rtrim(${text}, '0'), '.') ELSE ${text} END`;

/** Digits alone for a whole number, the shortest decimal for another, never an exponent; NaN, a gap, is blank. */
function numberText(x: string): string {
  const text = `CAST(${x} AS VARCHAR)`;
  const small = `CASE WHEN ${x} < 0 THEN '-' ELSE '' END || '0.' || repeat('0', CAST(split_part(${text}, 'e-', 2) AS INTEGER) - 1)
    || regexp_replace(split_part(${text}, 'e-', 1), '[-.]', '', 'g')`;
  return `CASE WHEN isnan(${x}) THEN NULL WHEN abs(${x}) < 1e37 AND trunc(${x}) = ${x} THEN CAST(CAST(${x} AS HUGEINT) AS VARCHAR)
    WHEN contains(${text}, 'e-') THEN ${small} ELSE ${text} END`;
}

/** The wall clock in China at an instant; an instant beyond all years stays a number, which is no day. */
const inChina = (x: string): string =>
  `coalesce(CAST(try(make_timestamp(epoch_us(${x}) + ${UTC_PLUS_8})) AS VARCHAR), CAST(try(epoch_us(${x})) AS VARCHAR))`;

/** As written where China's day is the same; else both, which together are no day. */
function zoneUnknown(x: string): string {
  const written = `CAST(${x} AS TIMESTAMP)`;
  const there = `try(make_timestamp(epoch_us(${written}) + ${UTC_PLUS_8}))`;
  return `CASE WHEN CAST(${written} AS DATE) = CAST(${there} AS DATE) THEN CAST(${written} AS VARCHAR)
    ELSE CAST(${written} AS VARCHAR) || '（未写明时区，按世界时则为北京时间 ' || coalesce(CAST(${there} AS VARCHAR), '') || '）' END`;
}
