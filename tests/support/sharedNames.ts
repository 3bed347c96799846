import { type Office, officeOf } from '../../src/domain/office';
import { readProfile } from '../../src/domain/readProfile';
import { catalogue } from './catalogue';
import { profileFiles } from './profile';

const county = (code: string, name: string, short: string, prefecture: string, more: object = {}) => ({
  code,
  name,
  short,
  prefecture,
  kind: /自治县$/.test(name) ? '自治县' : '区',
  tile: { row: Number(code.slice(2, 4)), column: Number(code.slice(4)) },
  confidence: 'U',
  ...more,
});
/** Of a county that was once called otherwise. */
const once = (was: [code: string, name: string], is: [code: string, name: string]) => ({
  history: [
    { code: was[0], name: was[1], from: null, to: '2010-01' },
    { code: is[0], name: is[1], from: '2010-01', to: null },
  ],
});

/**
 * A made-up 吉林省 in which names are shared in every way: two 鼓楼区; a former 东山区 and a present one; a county of
 * 长春市 that was once called as 四平市 is now; the province and a prefecture both 吉林 in short.
 */
export function sharedNames(): Office {
  const files = profileFiles();
  files.regions.province = { code: '220000', name: '吉林省', short: '吉林', aliases: ['省本级'] };
  files.regions.prefectures = [
    { code: '220100', name: '长春市', short: '长春市', aliases: ['长春'] },
    { code: '220200', name: '吉林市', short: '吉林市', aliases: ['吉林'] },
    { code: '220300', name: '四平市', short: '四平市', aliases: ['四平'] },
    { code: '222400', name: '延边朝鲜族自治州', short: '延边州', aliases: ['延边'] },
  ];
  files.regions.counties = [
    county('220102', '鼓楼区', '鼓楼', '220100'),
    county('220104', '朝阳区', '朝阳', '220100'),
    county('220105', '铁西区', '铁西', '220100', once(['220381', '四平市'], ['220105', '铁西区'])),
    county('220106', '东山区', '东山', '220100'),
    county('220202', '鼓楼区', '鼓楼', '220200'),
    county('220203', '船营区', '船营', '220200', once(['220222', '东山区'], ['220203', '船营区'])),
    county('220323', '伊通满族自治县', '伊通', '220300'),
    county('220421', '前郭尔罗斯蒙古族自治县', '前郭', '220300', { aliases: ['前郭县'] }),
    county('220623', '长白朝鲜族自治县', '长白', '222400'),
    county('222401', '延边市', '延边', '222400'),
  ];
  files.zones.zones = [];
  return officeOf(readProfile(catalogue, files), catalogue);
}
