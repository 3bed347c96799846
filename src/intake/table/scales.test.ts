import { describe, expect, it } from 'vitest';
import { one } from '../testing/tables';

describe('units', () => {
  const PENALTIES = '案件编号|办案部门|县区|处罚决定日期|罚没金额|货值金额';
  it.each<[string, string[], number | undefined]>([
    ['单位：万元', ['|||||单位：万元'], 10_000],
    ['金额单位：千元', ['金额单位：千元'], 1000],
    ['unit alone', ['（万元）'], 10_000],
    ['in a title', ['行政处罚案件台账（单位：万元）'], 10_000],
    ['beside the office', ['填报单位：海南州工商局   单位：人民币万元'], 10_000],
    ['of several kinds', ['计量单位：件、万元'], 10_000],
    ['in a sentence', ['说明：本表以万元为单位，保留两位小数。'], 10_000],
    ['元', ['单位：元'], 1],
    ['an office', ['填报单位：海南州'], undefined],
    ['an office named 元…', ['报送单位：元山镇'], undefined],
    ['money in a sentence', ['说明：罚没金额5万元以上的须附决定书。'], undefined],
  ])('%s', (_, above, factor) => {
    const { scales } = one([...above, PENALTIES]);
    expect(scales.fine_yuan?.factor).toBe(factor);
    expect(scales.goods_value_yuan?.factor).toBe(factor);
  });

  const withHeader = (above: string, header: string) =>
    one([above, `案件编号|办案部门|县区|处罚决定日期|${header}|货值金额`]);

  it.each([
    ['罚没金额（万元）', '单位：元、万元', 10_000],
    ['罚没金额（万元）', '单位：万元', 10_000],
    ['罚没款(元)', '单位：元、件', 1],
    ['罚没金额万元', '填报单位：海南州', 10_000],
    ['罚没金额\n（单位：千元）', '说明', 1000],
    ['fine_yuan', '单位：元', 1],
    ['罚没金额（5万元以上）', '单位：百元', 100],
    ['罚没金额（元、万元）', '单位：万元', 10_000],
  ])('a header %j below %j', (header, above, factor) => {
    const { scales, fields, unclearUnits } = withHeader(above, header);
    expect(fields.fine_yuan).toBe(4);
    expect(scales.fine_yuan?.factor).toBe(factor);
    expect(unclearUnits.map((u) => u.field)).not.toContain('fine_yuan');
  });

  it.each([
    ['罚没金额（万元）', '单位：元', ['万元', '元']],
    ['罚没款(元)', '单位：万元', ['元', '万元']],
    ['fine_yuan', '单位：百元', ['元', '百元']],
    ['罚没金额（元、万元）', '说明', ['元', '万元']],
    ['罚没金额（元）', '以千元或万元为单位|单位：千元、万元', ['元', '千元', '万元']],
  ])('are not chosen where a header %j contradicts %j', (header, above, units) => {
    const { scales, unclearUnits } = withHeader(above, header);
    expect(scales.fine_yuan).toBeUndefined();
    expect(unclearUnits.find((u) => u.field === 'fine_yuan')).toMatchObject({ units });
    expect(unclearUnits[0]?.said[0]).toBe(header);
  });

  it('hold for the columns whose header says nothing', () => {
    expect(withHeader('单位：万元', '罚没金额（元）').scales.goods_value_yuan).toEqual({
      factor: 10_000,
      said: '单位：万元',
    });
  });

  const said = (above: string) => one([above, PENALTIES]).unclearUnits.map((u) => [u.field, u.units, u.said]);
  it('are not chosen where two are said', () => {
    expect(one(['单位：元、万元', PENALTIES]).scales).toEqual({});
    expect(said('单位：元、万元')).toEqual([
      ['fine_yuan', ['元', '万元'], ['单位：元、万元']],
      ['goods_value_yuan', ['元', '万元'], ['单位：元、万元']],
    ]);
  });

  it.each([
    ['单位：万元 填表人：李四', '单位：万元'],
    ['填表人：李四　金额单位:（万元）', '单位：（万元）'],
    ['（单位：万元）审核：王五', '单位：万元'],
    ['单 位：万 元', '单位：万元'],
    ['李四填报，以万元为单位', '以万元为单位'],
    ['李四（万元）', '（万元）'],
  ])('of %j only the words of the unit are told: a person may stand beside them', (above, said) => {
    expect(one([above, PENALTIES]).scales.fine_yuan).toEqual({ factor: 10_000, said });
  });

  it('are told without who stands beside them also where they are unclear', () => {
    expect(said('单位：元、万元 填表人：李四')[0]?.[2]).toEqual(['单位：元、万元']);
    expect(said('单位：元 填表人：李四 单位：万元')[0]?.[2]).toEqual(['单位：元；单位：万元']);
    expect(said('单位：元 李四|单位：万元 王五')[0]?.[2]).toEqual(['单位：元', '单位：万元']);
  });
});
