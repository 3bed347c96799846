const DIGITS = '零一二三四五六七八九';
/** Formal and other characters, by the usual one. */
const USUAL: Readonly<Record<string, string>> = Object.fromEntries(
  [...'壹一贰二貳二两二叁三肆四伍五陆六柒七捌八玖九拾十佰百仟千〇零○零萬万'].flatMap((c, i, all) =>
    i % 2 === 0 ? [[c, all[i + 1] as string]] : [],
  ),
);

const usual = (text: string): string => [...text].map((c) => USUAL[c] ?? c).join('');

/** 二〇一七 → 2017: digit by digit; null for anything else. */
export function chineseDigits(text: string): number | null {
  const digits = [...usual(text)].map((c) => DIGITS.indexOf(c));
  return digits.length && !digits.includes(-1) ? Number(digits.join('')) : null;
}

const UNITS = [
  [/^(零?)([一二三四五六七八九])千/, 1000],
  [/^(零?)([一二三四五六七八九])百/, 100],
  [/^(零?)([一二三四五六七八九]?)十/, 10],
  [/^(零?)([一二三四五六七八九])$/, 1],
] as const;

/**
 * A number below ten thousand: 三千零五十, 十五; null for anything else. 三千五 is 3500 to many and 3005 to none.
 * @param after something stands before it: the number goes on
 */
function section(text: string, after: boolean): number | null {
  let [sum, rest, begun, gap] = [0, text, after, false];
  for (const [pattern, unit] of UNITS) {
    const [said, zero, digit] = pattern.exec(rest) ?? [];
    if (said === undefined) {
      gap = begun;
      continue;
    }
    if ((zero && !gap) || (unit === 1 && gap && !zero)) return null;
    sum += unit * (digit ? DIGITS.indexOf(digit) : 1);
    rest = rest.slice(said.length);
    [begun, gap] = [true, false];
  }
  return rest === '' && sum > 0 ? sum : null;
}

/** A whole number in Chinese numerals, plain or formal: 十五, 壹万贰仟; null for anything else. */
export function chineseNumber(text: string): number | null {
  const t = usual(text);
  if (t === '') return null;
  if (t === '零') return 0;
  const [high = '', low, ...more] = t.split('万');
  if (more.length) return null;
  if (low === undefined) return section(high, false);
  const thousands = section(high, false);
  const rest = low === '' ? 0 : section(low, true);
  return thousands !== null && rest !== null ? thousands * 10_000 + rest : null;
}
