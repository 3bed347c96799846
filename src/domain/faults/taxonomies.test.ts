import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../tests/support/catalogue';
import { profileFiles } from '../../../tests/support/profile';
import { ProfileError, readProfile } from '../readProfile';

// biome-ignore lint/suspicious/noExplicitAny: files are changed at will
type Any = any;

/** Faults of the profile of the page after a change of its taxonomies: 重点领域 first, then 商品类别. */
function faultsOf(change: (taxonomies: Any[], file: Any) => void): readonly string[] {
  const files = profileFiles();
  change(files.taxonomies.taxonomies, files.taxonomies);
  try {
    readProfile(catalogue, files);
  } catch (error) {
    if (error instanceof ProfileError) return error.faults;
    throw error;
  }
  return [];
}

const CLASSES = 'taxonomies.json → taxonomies.1.lists.0.classes';
/** Of 商品类别. */
const goods = (change: (classes: Any[]) => void) => faultsOf(([, t]) => change(t.lists[0].classes));

describe('taxonomies of a profile', () => {
  it('may be without a list', () => {
    const emptied = (list: Any[]) => {
      for (const t of list) t.lists = [];
    };
    expect(faultsOf(emptied)).toEqual([]);
  });

  it('may have lists of several years, and the same word in lists of two', () => {
    expect(faultsOf(([t]) => t.lists.push({ ...t.lists[0], from: 2020 }, { ...t.lists[0], from: 2026 }))).toEqual([]);
  });

  it.each<[what: string, found: readonly string[], expected: string]>([
    [
      'a synonym of two classes, in whatever width',
      goods((c) => c[1].synonyms.push(' 汽　油 ')),
      `${CLASSES}.1.synonyms.4：写法 汽油 重复，已用于 taxonomies.1.lists.0.classes.0.synonyms.0，请改正或删去一处`,
    ],
    [
      'a synonym that is the name of another',
      goods((c) => c[1].synonyms.push('成品油')),
      `${CLASSES}.1.synonyms.4：写法 成品油 重复，已用于`,
    ],
    ['a whole value of two classes', goods((c) => (c[1].whole = ['肉'])), `${CLASSES}.2.whole.0：写法 肉 重复，已用于`],
    [
      'two classes of one name, brackets aside',
      goods((c) => (c[1].name = '成品油（零售）')),
      `${CLASSES}.1.name：写法 成品油 重复`,
    ],
    ['two classes of one id', goods((c) => (c[1].id = 'oil')), `${CLASSES}.1.id：id oil 重复`],
    [
      'a word both known and to be confirmed',
      goods((c) => c[1].partial.push('汽油')),
      `${CLASSES}.1.partial.2：写法 汽油 已用于 taxonomies.1.lists.0.classes.0.synonyms.0，不能又待确认`,
    ],
    [
      'a synonym of one sign',
      goods((c) => c[1].synonyms.push('烟')),
      `${CLASSES}.1.synonyms.4：只有一个字的请写在 whole`,
    ],
    [
      'a word that is all brackets',
      goods((c) => c[1].synonyms.push('（）')),
      `${CLASSES}.1.synonyms.4：除去括号后没有文字`,
    ],
    [
      'an id that says that there is no class',
      goods((c) => (c[1].id = 'blank')),
      `${CLASSES}.1.id：不能用 unlisted、unconfirmed、blank`,
    ],
    ['a misspelt key', goods((c) => (c[1].synonym = ['烟丝'])), `${CLASSES}.1：`],
    ['an empty list', goods((c) => c.splice(0)), `${CLASSES}：`],
    [
      'a list without a source',
      faultsOf(([t]) => (t.lists[0].source = ' ')),
      'taxonomies.json → taxonomies.0.lists.0.source：',
    ],
    [
      'lists that are not in order',
      faultsOf(([t]) => t.lists.push({ ...t.lists[0], from: 2017 })),
      'taxonomies.json → taxonomies.0.lists.1.from：清单须由早到晚排列',
    ],
    [
      'a second list of always',
      faultsOf(([t]) => t.lists.push({ ...t.lists[0], from: null })),
      'taxonomies.json → taxonomies.0.lists.1.from：清单须由早到晚排列',
    ],
    [
      'two taxonomies of one id',
      faultsOf(([, t]) => (t.id = 'fields')),
      'taxonomies.json → taxonomies.1.id：id fields 重复',
    ],
    [
      'two taxonomies of one name',
      faultsOf(([, t]) => (t.name = '重点领域')),
      'taxonomies.json → taxonomies.1.name：名称 重点领域 重复',
    ],
    [
      'a taxonomy that a field names and that is not there',
      faultsOf((list) => list.pop()),
      'taxonomies.json → taxonomies：缺少 goods，投诉举报台账（complaints）的「商品类别」按它归类；没有清单的，lists 写 []',
    ],
  ])('refuses %s with file and path', (_, found, expected) => {
    expect(
      found.some((f) => f.startsWith(expected)),
      found.join('\n') || 'no fault',
    ).toBe(true);
  });
});
