import { expect, it } from 'vitest';
import { nameAbove } from './above';
import { mentionsOf } from './mentions';
import { head } from './testSheets';

it.each<[string, string[], string | null, string[]]>([
  ['a title', ['海南州2017年第三季度投诉举报台账'], null, ['海南州2017年第三季度投诉举报台账']],
  [
    'the office that fills it in',
    ['台账', '填报单位（盖章）：海南州工商局|||填报日期：2017年10月8日'],
    null,
    ['台账', '海南州工商局'],
  ],
  ['the period', ['报送单位：西宁市|所属期：2017年3季度'], null, ['西宁市', '2017年3季度']],
  ['a period in a note', ['附件2', '台账', '（2017年第三季度）'], null, ['台账', '（2017年第三季度）']],
  ['the name of the sheet', [], '7月投诉', ['7月投诉']],
  ['not the name that a new sheet has', [], 'Sheet1', []],
  ['not what speaks of nothing', ['附件2', '填报说明：一、每案一行；二、金额保留两位小数。'], '工作表2', []],
  ['each once', ['投诉举报台账'], '投诉举报台账', ['投诉举报台账']],
])('%s', (_, lines, name, mentions) => {
  expect(mentionsOf(nameAbove(head(lines)).above, name)).toEqual(mentions);
});
