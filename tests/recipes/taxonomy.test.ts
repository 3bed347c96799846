import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadOffice } from '../../scripts/assess/profile';
import { classesOf } from '../../src/domain/classesOf';
import { classWords } from '../../src/domain/classWords';
import { officeIn } from '../../src/domain/officeIn';
import type { TaxonomyList } from '../../src/domain/taxonomies';
import { ToyFolder } from './toyProfile';

const folder = new ToyFolder();

const TEXTS = ['网购', '直播带货', '酒类', '白酒、箱包', null];

/** The texts as they are shown in two years, by the profile in the folder. */
async function shown(taxonomy: string): Promise<Record<string, string[]>> {
  const office = await loadOffice(join(folder.path, 'profile'));
  const words = (period: string) =>
    TEXTS.map((t) => classWords(classesOf(officeIn(office, period).lists.get(taxonomy) as TaxonomyList, t)));
  return { 2017: words('2017Q1'), 2018: words('2018') };
}

it('a taxonomy is a file of a profile: it is changed, and added to by a year, and no figure changes', async () => {
  folder.copyProfile('qinghai-2017');
  folder.write(
    'files/2017Q1_632200_投诉举报台账.csv',
    [
      '编号,类型,县区,承办部门,接收日期,重点领域,商品类别',
      'T-1,投诉,海晏县,工商,2017-01-03,网购,白酒、箱包',
      'T-2,举报,刚察县,工商,2017-02-03,直播带货,酒类',
      'T-3,举报,刚察县,工商,2017-02-03,,',
      '',
    ].join('\n'),
  );
  const other = '其他（未列入重点）';
  expect(await shown('fields')).toEqual({
    2017: ['互联网', other, other, other, '未填'],
    2018: ['互联网', other, other, other, '未填'],
  });
  const before = await folder.assessed('2017Q1');
  expect(before.problems).toEqual([]);

  folder.change('profile/taxonomies.json', ({ taxonomies: [fields, goods] }) => {
    fields.lists[0].classes[1].synonyms.push('直播');
    goods.lists.push({
      from: 2018,
      source: '试写',
      confidence: '试写',
      classes: [
        { id: 'spirits', name: '酒', synonyms: ['酒类', '白酒'] },
        { id: 'bags', name: '箱包' },
      ],
    });
  });
  expect((await shown('fields'))[2017]).toEqual(['互联网', '互联网', other, other, '未填']);
  expect(await shown('goods')).toEqual({
    2017: [other, other, other, other, '未填'],
    2018: [other, other, '酒', '酒、箱包', '未填'],
  });
  expect(await folder.assessed('2017Q1')).toEqual(before);
});

it('another column is sorted by naming a taxonomy in the catalogue of the profile', async () => {
  folder.copyProfile('qinghai-2017');
  folder.change('profile/catalogue.json', (choice) => {
    choice.changes = {
      ledgers: {
        complaints: {
          moreFields: [{ name: 'market', type: 'text', taxonomy: 'centres', headers: ['集散地'] }],
        },
      },
    };
  });
  await expect(loadOffice(join(folder.path, 'profile'))).rejects.toThrow('缺少 centres');
  folder.change('profile/taxonomies.json', ({ taxonomies }) => {
    taxonomies.push({
      id: 'centres',
      name: '集散地',
      lists: [{ from: null, source: '试写', confidence: '试写', classes: [{ id: 'first', name: '第一市场' }] }],
    });
  });
  const office = await loadOffice(join(folder.path, 'profile'));
  expect(office.catalogue.ledger('complaints').fields.at(-1)).toMatchObject({ name: 'market', taxonomy: 'centres' });
  expect([...office.lists.keys()]).toEqual(['fields', 'goods', 'centres']);
});
