/** No figure is given where a sum is so large that a number would no longer hold it exactly. */
export class SumTooLarge extends Error {
  constructor(what: string) {
    super(
      `${what}的合计超出能精确表示的范围（约 9 千万亿个最小单位），为避免给出错误的数字，没有计算。请核对台账中的金额或数量有没有多写了位数，改正后重新报送。`,
    );
    this.name = 'SumTooLarge';
  }
}

/** A sum of whole smallest units, as long as numbers hold it exactly. @throws SumTooLarge */
export function safeSum(sum: number, what: string): number {
  if (!Number.isSafeInteger(sum)) throw new SumTooLarge(what);
  return sum;
}
