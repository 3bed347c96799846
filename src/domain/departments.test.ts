import { describe, expect, it } from 'vitest';
import { qinghai } from '../../tests/support/profile';

const { departments } = qinghai;

const read = (text: string): string | undefined => {
  const match = departments.match(text);
  if (!match) return undefined;
  return 'ambiguous' in match ? `? ${match.ambiguous.map((d) => d.id).join(' ')}` : match.department.id;
};

describe('Departments', () => {
  it.each([
    ['aic', 'aic'],
    ['AIC', 'aic'],
    ['工商', 'aic'],
    ['共和县工商局', 'aic'],
    ['青海省工商行政管理局', 'aic'],
    ['海南州 工商局', 'aic'],
    ['城东区市场监督管理局', 'market'],
    ['质量技术监督局', 'quality'],
    ['西宁市质监局', 'quality'],
    ['海东市食品药品监督管理局', 'fda'],
    ['药监', 'fda'],
    ['省农牧厅', 'agriculture'],
    ['文化市场综合行政执法支队', 'copyright'],
    ['省文化和新闻出版厅', 'copyright'],
    ['版权', 'copyright'],
    ['知识产权局', 'ip'],
    ['西宁海关', 'customs'],
    ['省卫生和计划生育委员会', 'health'],
    ['邮政管理局', 'post'],
    ['烟草专卖局', 'tobacco'],
    ['发展和改革委员会', 'price'],
    ['公安局', 'police'],
    ['森林公安', 'police'],
  ])('%s is %s', (text, id) => {
    expect(read(text)).toBe(id);
  });

  it.each([
    ['工商', ['aic']],
    ['工', ['aic']],
    ['省工商行政管理局', ['aic']],
    ['质检', ['quality']],
    ['西宁', []],
    ['', []],
  ])('the search for %j is for %j', (word, ids) => {
    expect(departments.searched(word).map((d) => d.id)).toEqual(ids);
  });

  it.each([
    ['工商质监局', '? aic quality'],
    ['农牧和商务局', '? agriculture commerce'],
  ])('%s names several departments: none is chosen', (text, ids) => {
    expect(read(text)?.split(' ').sort()).toEqual(ids.split(' ').sort());
  });

  it.each(['', '　', '办公室', '县政府', 'aicx', 'xx aic'])('%j is no department', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('finds each by its id, name, office and every alias', () => {
    for (const d of departments.all)
      for (const text of [d.id, d.name, d.office, ...d.aliases]) expect(read(text), text).toBe(d.id);
  });

  it('refuses an id that it does not have', () => {
    expect(departments.get('aic').name).toBe('工商');
    expect(() => departments.get('navy')).toThrow(RangeError);
  });
});
