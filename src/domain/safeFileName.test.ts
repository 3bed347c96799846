import { expect, it } from 'vitest';
import { safeFileName } from './safeFileName';

it.each([
  ['2017年第三季度_市州排名.xlsx', '2017年第三季度_市州排名.xlsx'],
  ['西宁市/按期办结率: 90%?.png', '西宁市_按期办结率_ 90%_.png'],
  ['..\\..\\a\u0000b.csv', '.._.._a_b.csv'],
  ['末尾. ', '末尾'],
  ['', '导出'],
  ['..', '导出'],
  // Devices of Windows, with an ending too.
  ['CON', '_CON'],
  ['nul.csv', '_nul.csv'],
  ['com1 .txt', '_com1 .txt'],
  ['COM²', '_COM²'],
  ['console.csv', 'console.csv'],
  // Turned round it would read as gpj.exe; a joiner cannot be seen; half a character is none.
  ['a\u202egpj.exe', 'a_gpj.exe'],
  ['a\u200db.csv', 'a_b.csv'],
  ['a\ud800.csv', 'a_.csv'],
  ['e\u0301.csv', '\u00e9.csv'],
])('%j → %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

it('cuts what no file system takes, keeping the ending and whole characters', () => {
  const safe = safeFileName(`${'台𠀀'.repeat(100)}.csv`);
  expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(200);
  expect(safe).toMatch(/^(台𠀀)+台?\.csv$/u);
});
