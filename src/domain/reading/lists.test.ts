import { describe, expect, it } from 'vitest';
import { readerOf, said } from '../../../tests/support/reading';

describe('lists', () => {
  const YES = ['√', '✓', '✔', 'Y', 'y', 'YES', 'Yes', 'T', 'TRUE', '1', '1.0', '对', '有', "'√"];
  const NO = ['×', '✕', '✗', 'N', 'no', 'F', 'FALSE', '0', '错'];
  it.each(['named', 'crime_suspected'])('%s', (field) => {
    for (const text of ['是', '是 ', '　是']) expect(said(field, text)).toBe('是');
    for (const text of ['是\u200b', "'是", '="是"']) expect(said(field, text)).toBe('是 ~id_form');
    for (const text of YES) expect(said(field, text), text).toBe('是 ~list_spelling');
    for (const text of NO) expect(said(field, text), text).toBe('否 ~list_spelling');
    for (const text of ['不详', '2', '是否', 'X']) expect(said(field, text), text).toBe('!not_in_list');
  });

  it.each([
    ['named', '实名', '是 ~list_spelling'],
    ['named', '匿名', '否 ~list_spelling'],
    ['crime_suspected', '涉嫌', '是 ~list_spelling'],
    ['crime_suspected', '不涉嫌', '否 ~list_spelling'],
    ['crime_suspected', '实名', '!not_in_list'],
    ['kind', '投诉', '投诉'],
    ['kind', '投诉件', '投诉 ~list_spelling'],
    ['kind', '举 报', '举报 ~list_spelling'],
    ['kind', '投诉举报', '!not_in_list'],
    ['kind', '1', '!not_in_list'],
    ['acceptance', '已受理', '受理 ~list_spelling'],
    ['acceptance', '不受理', '不予受理 ~list_spelling'],
    ['acceptance', '不予 受理', '不予受理 ~list_spelling'],
    ['acceptance', '移交', '转办 ~list_spelling'],
    ['acceptance', '未受理', '!not_in_list'],
    ['decision', '已立案', '立案 ~list_spelling'],
    ['decision', '未立案', '!not_in_list_optional'],
    ['satisfaction', '非常满意', '满意 ~list_spelling'],
    ['satisfaction', '比较满意', '基本满意 ~list_spelling'],
    ['satisfaction', '未回访', '!not_in_list'],
    ['disclosure_check', '相符', '一致 ~list_spelling'],
    ['disclosure_check', '不符', '不一致 ~list_spelling'],
    ['procedure', '普通程序', '普通程序'],
    ['procedure', '一般程序', '普通程序'],
    ['procedure', ' 简易程序\t', '简易程序'],
    ['procedure', '简易', '简易程序 ~list_spelling'],
    ['infringement', '其它', '其他 ~list_spelling'],
    ['infringement', '侵权假冒', '!not_in_list_optional'],
  ])('%s: %j is %j', (field, text, meant) => {
    expect(said(field, text)).toBe(meant);
  });

  it('say what could be chosen', () => {
    expect(readerOf('kind').read('建议').fault?.detail).toBe('投诉、举报');
  });
});
