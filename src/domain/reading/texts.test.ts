import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/support/reading';
import { noText } from './noText';

describe('free text', () => {
  it.each([
    ['某某商店', '某某商店'],
    [' Ａ店　', 'Ａ店'],
    ['\tA', '\tA'],
    ['无名商店', '无名商店'],
    ["'; --", "'; --"],
    ['"甲"商店', '"甲"商店'],
    ['一家名称很长很长的商店 ', '一家名称很长很长的商店'],
    ['="12315"', '12315 ~id_form'],
    ['商业秘密', '商业秘密'],
    [noText(Uint8Array.of(0xff)), '!unreadable_cell_optional'],
  ])('%j is %j', (text, meant) => {
    expect(said('party', text)).toBe(meant);
  });
});
