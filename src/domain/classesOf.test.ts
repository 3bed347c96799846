import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qinghai, xiamen } from '../../tests/support/profile';
import { classesOf, classKey } from './classesOf';
import { classWords } from './classWords';
import { officeIn } from './officeIn';
import { type TaxonomyList, taxonomiesSchema } from './taxonomies';

const listOf = (office: typeof qinghai, id: string): TaxonomyList => office.lists.get(id) as TaxonomyList;
const fields = listOf(qinghai, 'fields');
const goods = listOf(qinghai, 'goods');
const ids = (list: TaxonomyList, text: string | null): string[] => classesOf(list, text).classes.map((c) => c.id);

/** A list of one's own, as the file has it. */
const madeOf = (...classes: object[]): TaxonomyList =>
  taxonomiesSchema.parse({
    note: '',
    taxonomies: [{ id: 'toy', name: '试', lists: [{ from: null, source: '试', confidence: '试', classes }] }],
  }).taxonomies[0]?.lists[0] as TaxonomyList;

describe('the classes of a text', () => {
  it.each<[text: string | null, classes: string]>([
    ['互联网', '互联网'],
    [' 互 联 网 ', '互联网'],
    ['电子商务', '互联网'],
    // The whole is a name that holds 和, and two words that 和 joins.
    ['农村市场和城乡结合部', '农村市场和城乡结合部'],
    ['高新技术和农业示范区', '高新技术和农业示范区'],
    ['农村市场和城乡结合部和互联网', '农村市场和城乡结合部、互联网'],
    ['电商和网吧', '互联网、文化娱乐'],
    // 和 parts only what is known.
    ['互联网和其他', '互联网'],
    ['祥和商店', '其他（未列入重点）'],
    ['网吧、印刷；城乡结合部', '农村市场和城乡结合部、新闻出版、文化娱乐'],
    ['网吧,网吧/网吧', '文化娱乐'],
    // The longest word within it.
    ['某跨境电商平台', '互联网'],
    ['网络游戏公司', '互联网、文化娱乐'],
    ['食品药品', '其他（未列入重点）'],
    ['其他', '其他（未列入重点）'],
    [null, '未填'],
    ['', '未填'],
    [' \u3000 ', '未填'],
    ['（）', '未填'],
  ])('重点领域 %s: %s', (text, classes) => {
    expect(classWords(classesOf(fields, text))).toBe(classes);
  });

  it.each<[text: string, classes: string]>([
    ['药品（农药、兽药）', '药品（农药、兽药）'],
    ['药品(人用)', '药品（农药、兽药）'],
    ['农药、兽药', '药品（农药、兽药）'],
    ['（农药）', '药品（农药、兽药）'],
    ['手机配件', '手机'],
    ['林木种子', '籽种'],
    ['卷烟', '烟草'],
    ['牛羊肉', '重要农产品'],
    ['肉', '重要农产品'],
    ['出口成品油', '成品油'],
    ['汽油光盘', '成品油、音像'],
    // A word of one sign counts only as a whole.
    ['肉苁蓉', '其他（未列入重点）'],
    ['燃料', '成品油'],
    ['生物燃料', '其他（未列入重点）'],
    ['１６８　燃料', '成品油'],
    ['168 燃料、134 通讯产品', '成品油、手机'],
    // Wider than a class: to be confirmed, and of none.
    ['150 出版物', '需确认（可能是图书、音像）'],
    ['103 烟、酒和饮料', '需确认（可能是烟草）'],
    ['食品', '需确认（可能是重要农产品）'],
    ['食品、手机', '手机；需确认（可能是重要农产品）'],
    ['食品、蔬菜', '重要农产品'],
    ['出版物', '图书'],
    ['白酒', '其他（未列入重点）'],
  ])('商品类别 %s: %s', (text, classes) => {
    expect(classWords(classesOf(goods, text))).toBe(classes);
  });

  it('goes by the longest word, not by the first of the list', () => {
    const list = madeOf({ id: 'drugs', name: '药品' }, { id: 'farm', name: '农药品种' });
    expect(ids(list, '新农药品种试验')).toEqual(['farm']);
  });

  it('takes a name of one sign for a whole value only', () => {
    const list = madeOf({ id: 'spirits', name: '酒' });
    expect([ids(list, '酒'), ids(list, '酒精')]).toEqual([['spirits'], []]);
  });

  it('finds words that hold 和 beside each other, in a text of any length', () => {
    const list = madeOf({ id: 'both', name: '图书和音像' }, { id: 'book', name: '图书' }, { id: 'av', name: '音像' });
    expect(ids(list, '图书和音像')).toEqual(['both']);
    expect(ids(list, '音像和图书')).toEqual(['book', 'av']);
    const long = Array.from({ length: 2000 }, () => '图书和音像').join('和');
    expect(ids(list, `${long}和别的`)).toEqual(['both']);
  });

  it('knows in Xiamen the names of its own document', () => {
    expect(ids(listOf(xiamen, 'fields'), '中国制造海外形象维护"清风"')).toEqual(['qingfeng']);
    expect(ids(listOf(xiamen, 'goods'), '农药')).toEqual(['pesticide']);
    expect(ids(listOf(xiamen, 'goods'), '成品油')).toEqual([]);
  });
});

describe('the list of a year', () => {
  it.each([
    ['2016', []],
    ['2017Q1', ['fields', 'goods']],
    ['2026Q1', ['fields', 'goods']],
  ])('in %s: %s', (period, expected) => {
    expect([...officeIn(qinghai, period).lists.keys()]).toEqual(expected);
  });

  it('is the last that had begun', () => {
    const classes = [{ id: 'one', name: '一类' }];
    const lists = [null, 2018].map((from) => ({ from, source: `${from}`, confidence: '试', classes }));
    const taxonomies = taxonomiesSchema.parse({ note: '', taxonomies: [{ id: 'toy', name: '试', lists }] });
    const office = { ...qinghai, profile: { ...qinghai.profile, taxonomies } };
    const sources = ['2017', '2018Q1', '2030'].map((p) => officeIn(office, p).lists.get('toy')?.source);
    expect(sources).toEqual(['null', '2018', '2018']);
  });
});

describe('laws', () => {
  const lists = [fields, goods, ...xiamen.lists.values()];
  const anyList = fc.constantFrom(...lists);
  const noise = fc.string({ unit: 'grapheme', maxLength: 12 });
  /** A list, and names and synonyms of it. */
  const words = anyList.chain((list) =>
    fc.tuple(
      fc.constant(list),
      fc.array(
        fc.constantFrom(
          ...list.classes.flatMap((c) => [c.name, ...c.synonyms, ...c.whole].map((word) => ({ word, of: c }))),
        ),
        { minLength: 1, maxLength: 5 },
      ),
    ),
  );

  it('every word of a list is of its class', () => {
    fc.assert(
      fc.property(words, ([list, said]) =>
        said.every(
          ({ word, of }) =>
            classesOf(list, word)
              .classes.map((c) => c.id)
              .join() === of.id,
        ),
      ),
    );
  });

  it('several words are of the classes of each, whatever parts them', () => {
    fc.assert(
      fc.property(words, fc.constantFrom('、', '，', '；', '; ', '/', ' 和 ', ','), ([list, said], mark) => {
        const expected = list.classes.filter((c) => said.some(({ of }) => of === c));
        expect(classesOf(list, said.map(({ word }) => classKey(word)).join(mark)).classes).toEqual(expected);
      }),
    );
  });

  it('any text is blank, or of classes of the list, each once, in its order; spaces and what stands in brackets say nothing', () => {
    fc.assert(
      fc.property(anyList, noise, noise, (list, text, aside) => {
        const found = classesOf(list, text);
        const order = found.classes.map((c) => list.classes.indexOf(c));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        expect(found.toConfirm.some((c) => found.classes.includes(c))).toBe(false);
        expect(found.blank).toBe(classKey(text) === '');
        if (/[()[\]〔〕【】]/.test((text + aside).normalize('NFKC')) || found.blank) return;
        expect(classesOf(list, ` ${text}（${aside}）`)).toEqual(found);
      }),
    );
  });
});
