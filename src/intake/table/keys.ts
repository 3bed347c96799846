import type { Ledgers } from '../../domain/catalogue/catalogue';
import { headerKey } from '../../domain/headerKey';
import type { Ledger } from '../../domain/ledgers';
import { fold } from '../../domain/text';
import { saysOtherUnit } from './unitWords';

/** No header is longer; a longer text is not looked at as one (a cell can hold megabytes). */
const LONGEST = 80;

/** Characters without width, which copied headers bring along. */
const NO_WIDTH = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** As databases write names: [编号], `编号`, t.编号. */
const DATABASE = /^(?:[A-Za-z_]\w*\.)?(?:\[([^[\]]*)\]|([`"'])([^`"']*)\2|(?<=\.)(.*))$/;

/** A text that is its own key but for capitals: most of those that are looked at. */
const PLAIN = /^[\u4e00-\u9fffA-Za-z\d_]*$/;

const BRACKETS = /[([{〔【〈《「『][^()[\]{}〔〕【】〈〉《》「」『』]*[)\]}〕】〉》」』]/g;

/** Brackets within brackets go too, and one that was never closed. */
function withoutBrackets(text: string): string {
  for (let rest = text; ; ) {
    const inner = rest.replace(BRACKETS, '');
    if (inner === rest) return rest.replace(/(?!^)[([〔【].*$/s, '');
    rest = inner;
  }
}

/** A header as it is compared: `headerKey` (but 重量(吨) is not 重量(千克)), without characters of no width, numbering before it and a colon behind it. */
export function keyOf(header: string): string {
  if (header.length > LONGEST) return '';
  if (PLAIN.test(header)) return header.toLowerCase();
  const folded = fold(header.replace(NO_WIDTH, '')).replace(DATABASE, '$1$3$4');
  return headerKey(saysOtherUnit(folded) ? folded.replace(/[()]/g, '|') : withoutBrackets(folded))
    .replace(/^\d{1,2}[.、]/, '')
    .replace(/[:。、,，;]+$/, '');
}

/** The keys of a field, the one that is preferred first. */
interface FieldKeys {
  name: string;
  keys: readonly string[];
}

interface LedgerKeys {
  fields: readonly FieldKeys[];
  byKey: ReadonlyMap<string, string>;
}

function keysOf(ledger: Ledger): LedgerKeys {
  const fields = ledger.fields.map(({ name, headers }) => ({
    name,
    keys: [...new Set([...headers, name].map(headerKey))],
  }));
  return { fields, byKey: new Map(fields.flatMap((f) => f.keys.map((k) => [k, f.name] as const))) };
}

/** Asked for every header that is looked at. */
const KEYS = new WeakMap<Ledger, LedgerKeys>();

function known(ledger: Ledger): LedgerKeys {
  let keys = KEYS.get(ledger);
  if (!keys) {
    keys = keysOf(ledger);
    KEYS.set(ledger, keys);
  }
  return keys;
}

export const fieldKeys = (ledger: Ledger): readonly FieldKeys[] => known(ledger).fields;

/** Units that stand behind a name without brackets, by type of field. */
const UNITS = {
  amount: /[:/_,-]?(?:单位:?)?(?:人民币)?[亿万千百]?元$/,
  count: /[:/_,-]?(?:单位:?)?个?工作日数?$/,
} as const;

/** The known key that a key stands for: itself, or without 行政 before 处罚, or without the unit behind it (罚没金额万元). Undefined where unknown. */
export function knownKey(ledger: Ledger, key: string): string | undefined {
  if (!key) return undefined;
  const { byKey } = known(ledger);
  if (byKey.has(key)) return key;
  if (key.startsWith('行政处罚') && byKey.has(key.slice(2))) return key.slice(2);
  if (!/[元日数]$/.test(key)) return undefined;
  for (const [type, unit] of Object.entries(UNITS)) {
    const bare = key.replace(unit, '');
    const name = bare === key ? undefined : byKey.get(bare);
    if (name && ledger.fields.some((f) => f.name === name && f.type === type)) return bare;
  }
  return undefined;
}

/** The field that a key is a header of. */
export function fieldOf(ledger: Ledger, key: string): string | undefined {
  const spelled = knownKey(ledger, key);
  return spelled === undefined ? undefined : known(ledger).byKey.get(spelled);
}

/** How many fields of a ledger have a header among texts; of the ledger with the most, null where there are none. */
export function headerHits(catalogue: Ledgers, texts: readonly string[]): { ledger: Ledger | null; hits: number } {
  const keys = texts.map(keyOf).filter(Boolean);
  let best: { ledger: Ledger | null; hits: number } = { ledger: null, hits: 0 };
  for (const ledger of catalogue.ledgers) {
    const hits = new Set(keys.map((k) => fieldOf(ledger, k)).filter(Boolean)).size;
    if (hits > best.hits) best = { ledger, hits };
  }
  return best;
}
