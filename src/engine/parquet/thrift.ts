/** Reads Thrift's compact protocol, as far as a Parquet footer needs it. Structs come as maps by field number. */
export class ThriftReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /**
   * @param last the struct is left after this field: what follows is not asked for
   * @throws RangeError where the bytes end too early or are no such struct
   */
  struct(last = Number.POSITIVE_INFINITY): Map<number, unknown> {
    const fields = new Map<number, unknown>();
    for (let id = 0; ; ) {
      const head = this.byte();
      if (head === 0) return fields;
      const step = head >> 4;
      id = step ? id + step : this.int();
      fields.set(id, this.value(head & 15, false));
      if (id >= last) return fields;
    }
  }

  private value(type: number, inList: boolean): unknown {
    switch (type) {
      case 1:
      case 2:
        // A boolean field's value is its type; in a list each has a byte of its own.
        return inList ? this.byte() === 1 : type === 1;
      case 3:
        return this.byte();
      case 4:
      case 5:
      case 6:
        return this.int();
      case 7:
        return this.skip(8);
      case 8:
        return this.skip(this.varint());
      case 9:
      case 10:
        return this.list();
      case 12:
        return this.struct();
      default:
        throw new RangeError(`unknown type ${type} in the footer`);
    }
  }

  private list(): unknown[] {
    const head = this.byte();
    const length = head >> 4 === 15 ? this.varint() : head >> 4;
    if (length > this.bytes.length) throw new RangeError('list longer than the footer');
    return Array.from({ length }, () => this.value(head & 15, true));
  }

  private skip(length: number): Uint8Array {
    const bytes = this.bytes.subarray(this.at, this.at + length);
    if (bytes.length < length) throw new RangeError('footer ends too early');
    this.at += length;
    return bytes;
  }

  private byte(): number {
    return this.skip(1)[0] as number;
  }

  private varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  private int(): number {
    const zigzag = this.varint();
    return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
  }
}
