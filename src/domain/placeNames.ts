/** The 55 minorities, as they stand in the names of autonomous counties, banners and prefectures. */
export const MINORITIES = (
  '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 ' +
  '土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 ' +
  '赫哲 门巴 珞巴 基诺'
).split(' ');

const oneOf = (names: readonly string[]): string => `(?:${[...names].sort((a, b) => b.length - a.length).join('|')})`;
/** 藏族, 各族; some names leave 族 out (和布克赛尔蒙古自治县), but never that of a single character. */
const PEOPLE = `(?:${oneOf([...MINORITIES, '各'])}族|${oneOf(MINORITIES.filter((m) => m.length > 1))})`;
const AUTONOMOUS = new RegExp(`^(.*?)(${PEOPLE}*)自治(县|旗|州)$`);
/** 管城回族区: a district of a minority is not called autonomous. */
const DISTRICT = new RegExp(`^(.+?)((?:${oneOf(MINORITIES)}族)+)(区)$`);
const FIRST_PEOPLE = new RegExp(`^(${oneOf(MINORITIES)})族?`);

/** The name without its minorities: 大通回族土族自治县 → 大通县, 东乡族自治县 → 东乡县, 海西蒙古族藏族自治州 → 海西州. */
export function plainName(name: string): string {
  const parts = AUTONOMOUS.exec(name) ?? DISTRICT.exec(name);
  if (!parts) return name;
  const [, stem = '', peoples = '', kind = ''] = parts;
  return `${stem || (FIRST_PEOPLE.exec(peoples)?.[1] ?? '')}${kind}`;
}

/** Every way a county's name is written: 大通回族土族自治县, 大通县, 大通; 大柴旦行政委员会, 大柴旦行委. */
export function countySpellings(name: string): string[] {
  const plain = plainName(name);
  const spellings = [name, plain];
  if (plain.endsWith('行政委员会')) {
    const stem = plain.replace('行政委员会', '');
    spellings.push(`${stem}行委`, `${stem}工行委`, stem);
  } else if (/[县区市旗]$/.test(plain) && plain.length > 2) {
    spellings.push(plain.slice(0, -1));
  }
  return spellings;
}

/** Every way a prefecture's name is written: 海西蒙古族藏族自治州, 海西州, 海西. */
export function prefectureSpellings(name: string): string[] {
  const plain = plainName(name);
  return [name, plain, plain.replace(/(州|市|地区|盟)$/, '')];
}
