import { expect, it } from 'vitest';
import { rowInCell } from './rowInCell';

const reach = { first: 0, last: 9 };

it.each([
  ['T-1,投诉,海晏县,工商', ''],
  ['', 'T-1，投诉，海晏县，工商'],
  ['T-1;投诉;海晏县;工商', ''],
  ['T-1；投诉；海晏县；工商', ''],
  ['T-1\t投诉\t海晏县\t工商', ''],
  ['T-1|投诉|海晏县|工商', ''],
  ['共市监2017-1,投诉,海晏县,工商', ''],
  ['无,投诉,海晏县,工商', ''],
])('%j %j is a row in one cell', (...texts) => {
  const column = texts.findIndex(Boolean);
  expect(rowInCell(texts, { reach })).toEqual({ column, text: texts[column] });
});

it.each([
  ['T-1,投诉,海晏县', ''],
  ['T-1,投诉；海晏县|工商', ''],
  ['T-1,投诉,海晏县,工商', 'x'],
  ['填表人：张三，审核人：李四，电话：0970，传真：无', ''],
  ['注：本表由各县汇总，含转办件，不含咨询，截至季末。', ''],
  ['合计：投诉3件，举报2件，咨询0件，其他0件', ''],
  ['', ''],
])('%j %j is none', (...texts) => {
  expect(rowInCell(texts, { reach })).toBeNull();
});

it('looks at the cells of its table alone', () => {
  const texts = ['T-1,投诉,海晏县,工商', 'x'];
  expect(rowInCell(texts, { reach: { first: 0, last: 0 } })).toEqual({ column: 0, text: texts[0] });
  expect(rowInCell(texts, { reach: { first: 1, last: 9 } })).toBeNull();
});
