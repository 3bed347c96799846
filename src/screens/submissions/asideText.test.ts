import { expect, it } from 'vitest';
import type { ShownCell } from '../../domain/aside';
import { asideText } from './asideText';

const cell = (header: string, text: string): ShownCell => ({
  letters: 'A',
  header,
  column: null,
  text,
  isMasked: false,
  length: null,
  isFaulty: false,
});

it.each<[string, string]>([
  ['甲', '甲'],
  ['', ''],
  ['-12', '-12'],
  ['=1+1', "'=1+1"],
  ['a\tb', '"a\tb"'],
  ['一\n二', '"一\n二"'],
  ['他说"好"', '"他说""好"""'],
])('%j is copied as %j', (text, copied) => {
  expect(asideText([cell('编号', 'T-1'), cell('备注', text)])).toBe(`编号\t备注\nT-1\t${copied}`);
});
