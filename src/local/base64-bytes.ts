const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));
VALUES.set("-", 62).set("_", 63);

/** Reads single bytes of a base64 text without decoding the rest: 20 MB of image cost no more than its header. */
export class Base64Bytes {
  private constructor(
    private readonly text: string,
    private readonly start: number,
  ) {}

  /** The bytes of a base64 data URL or of bare base64; undefined for any other address. */
  static from(source: string): Base64Bytes | undefined {
    if (!source.startsWith("data:")) {
      return /^[a-z][a-z0-9+.-]{1,9}:/i.test(source) ? undefined : new Base64Bytes(source, 0);
    }
    const comma = source.slice(0, 256).indexOf(",");
    if (comma < 0 || !source.slice(0, comma).toLowerCase().endsWith(";base64")) return undefined;
    return new Base64Bytes(source, comma + 1);
  }

  /** The byte at this offset; NaN beyond the end or where the text is no base64. */
  at(offset: number): number {
    const group = this.start + Math.floor(offset / 3) * 4;
    const first = offset % 3;
    const high = VALUES.get(this.text.charAt(group + first)) ?? NaN;
    const low = VALUES.get(this.text.charAt(group + first + 1)) ?? NaN;
    if (Number.isNaN(high) || Number.isNaN(low)) return NaN;
    const shift = 2 * (first + 1);
    return ((high << shift) | (low >> (6 - shift))) & 0xff;
  }

  /** An unsigned big-endian number of so many bytes; NaN beyond the end. */
  bigEndian(offset: number, length: number): number {
    let value = 0;
    for (let index = 0; index < length; index++) value = value * 256 + this.at(offset + index);
    return value;
  }

  /** An unsigned little-endian number of so many bytes; NaN beyond the end. */
  littleEndian(offset: number, length: number): number {
    let value = 0;
    for (let index = length - 1; index >= 0; index--) value = value * 256 + this.at(offset + index);
    return value;
  }

  /** So many bytes as Latin letters. */
  letters(offset: number, length: number): string {
    return Array.from({ length }, (_, index) => String.fromCharCode(this.at(offset + index))).join("");
  }
}
