import { expect, it } from 'vitest';
import { readCase } from '../../../tests/corpus/read';
import { BATCH_ROWS } from '../sheet';

const HEAD = ['编号', '类型', '县区', '承办部门', '接收日期'];
/** A row of a web page; a county of '' stands in the cell above it. */
const tr = (...cells: readonly string[]) =>
  `<tr>${cells.map((c) => (c.startsWith('<') ? c : `<td>${c}</td>`)).join('')}</tr>`;
const over = (rows: number, text: string) => `<td rowspan="${rows}">${text}</td>`;
const whole = (id: number, ...county: readonly string[]) => tr(`T-${id}`, '投诉', ...county, '工商', '2017-03-05');

async function placesOf(...rows: readonly string[]) {
  const file = `<meta charset="utf-8"><table>${[tr(...HEAD), ...rows].join('')}</table>`;
  const { refused, values, said } = await readCase({ name: 'merged', file });
  expect(refused).toBeNull();
  const problems = said.filter((s) => s.code !== 'passed_over' && s.code !== 'repaired').map((s) => s.line);
  return { ids: values.complaint_id, places: values.place, problems };
}

it.each([
  ['a total', tr('小计', '', over(2, '刚察县'), '', '')],
  ['an example', tr('示例', '投诉', over(2, '刚察县'), '工商', '2017-03-05')],
])('a merged cell is told by the first of its area, also where that stands in %s', async (_, first) => {
  expect(await placesOf(whole(1, '海晏县'), first, whole(3), whole(4, '海晏县'))).toEqual({
    ids: ['T-1', 'T-3', 'T-4'],
    places: ['632223', '632224', '632223'],
    problems: [],
  });
});

it('a total within an area changes nothing', async () => {
  const rows = [whole(1, over(3, '刚察县')), tr('小计', '', '', ''), whole(3), whole(4, '海晏县')];
  expect(await placesOf(...rows)).toMatchObject({ places: ['632224', '632224', '632223'], problems: [] });
});

it('同上 is the row of data above, not the area that began in a total', async () => {
  const rows = [whole(1, '海晏县'), tr('小计', '', over(1, '刚察县'), '', ''), whole(3, '海晏县')];
  expect(await placesOf(...rows)).toMatchObject({ places: ['632223', '632223'], problems: [] });
});

it('an area goes on in the next batch, also from a total at the end of the one before', async () => {
  // The header is the first row of the first batch.
  const before = Array.from({ length: BATCH_ROWS - 2 }, (_, i) => whole(i, '海晏县'));
  const { places, problems } = await placesOf(
    ...before,
    tr('小计', '', over(3, '刚察县'), '', ''),
    whole(BATCH_ROWS),
    whole(BATCH_ROWS + 1),
  );
  expect(problems).toEqual([]);
  expect(places).toHaveLength(BATCH_ROWS);
  expect(places?.slice(-3)).toEqual(['632223', '632224', '632224']);
});
