import type { Field } from '../../domain/ledgers';
import { isMoney } from '../../domain/reading/money';

/** Units that no ledger has, by what they count: what is in one of them is not read, and never taken for 元 or 千克. */
const OTHER_UNITS = {
  money:
    '[十百千万亿]*(?:美元|美金|港元|港币|澳门元|澳元|加元|新元|欧元|日元|韩元|英镑|卢布|(?:瑞士)?法郎|新?台币|外币)|[kwm]元|[kKwW]|角|分|美分|(?:US|HK)?\\$|USD|HKD|EUR|JPY|GBP|€|£',
  weight: '[百千万]?公?吨|毫克|克|[市公]?两|[百千万]*市?斤|[百千万]+公斤|kt|t|g|mg',
  many: '[十百千万亿]+(?:件|个|支|只|条|瓶|盒|箱|包|台|套|份|张|把|双|枚|粒|块|部|辆|升|米|册|本)',
  time: '个?月|周|小时',
} as const;

type Counted = keyof typeof OTHER_UNITS;

/** As they stand in a list of units. */
const { money, weight, many } = OTHER_UNITS;
export const OTHER_LISTED = `${money}|${weight}|${many}`;
export const OTHER_MONEY = money;
/** A unit only where 单位 stands before it, or in a header's brackets: elsewhere 罚没金额：5000元 is an amount. */
export const ROUND_MONEY = '\\d[\\d,]*元';

const ONE_OF = Object.fromEntries(
  Object.entries({ ...OTHER_UNITS, money: `${money}|${ROUND_MONEY}` }).map(([what, words]) => [
    what,
    new RegExp(`^(?:${words})$`, 'i'),
  ]),
) as Record<Counted, RegExp>;

/** Whether a word is a unit that a field cannot be in: 美元 for money, 吨 for 千克, 万件 for a number of things. */
export function isOtherUnit(word: string, field: Field): boolean {
  if (field.type !== 'amount') return false;
  return ONE_OF[isMoney(field) ? 'money' : field.unit === '千克' ? 'weight' : 'many'].test(word);
}

/** Whether a word is a unit of money that is not 元. */
export const isOtherMoney = (word: string): boolean => ONE_OF.money.test(word);

const USUAL: readonly [RegExp, string][] = [
  [/[圆圓]/g, '元'],
  [/仟/g, '千'],
  [/佰/g, '百'],
  [/萬/g, '万'],
  [/億/g, '亿'],
  [/單/g, '单'],
  [/RMB|CNY|人民[币幣] ?(?:[(:]|(?=[百千万亿]))/gi, '人民币'],
  [/[¥￥](?=[十百千万亿]*元)/g, ''],
];

/** A folded text with its words of money in the usual characters: 仟元 is 千元, RMB 人民币, 人民币（万） 人民币万. */
export const usualMoney = (text: string): string =>
  USUAL.reduce((said, [odd, usual]) => said.replace(odd, usual), text);

const BRACKET = /[([〔【]([^()[\]〔〕【】]*)[)\]〕】]/g;
const SAID = /^(?:单位:?|[以按]) *|(?:为单位|计价?)$/g;
/** However the words around them are put: 折合美元. */
const CURRENCY = /美元|美金|港[元币]|澳门?元|欧元|日元|英镑|外币|[×x*]\d[\d,]*元|thousand|million|billion/i;

/** Whether what stands in brackets in a (folded) header says a unit that no ledger has: 重量(吨), 罚没金额(元、美元). */
export const saysOtherUnit = (header: string): boolean =>
  [...header.matchAll(BRACKET)].some(([, said = '']) => {
    if (CURRENCY.test(said) && !said.includes('人民币')) return true;
    return said
      .split(/[、,，/;；和及或]/)
      .some((word) => Object.values(ONE_OF).some((units) => units.test(word.trim().replace(SAID, ''))));
  });
