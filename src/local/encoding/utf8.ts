/** Writes the units of a text as UTF-8 behind `at`, a surrogate without its pair as U+FFFD; gives the end. */
export function writeUtf8(text: string, from: number, to: number, bytes: Uint8Array, at: number): number {
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes[at++] = unit;
    else if (unit < 0x800) {
      bytes[at++] = 0xc0 | (unit >> 6);
      bytes[at++] = 0x80 | (unit & 0x3f);
    } else if ((unit & 0xf800) !== 0xd800) {
      at = writeThree(unit, bytes, at);
    } else {
      const next = unit < 0xdc00 && index + 1 < text.length ? text.charCodeAt(index + 1) : 0;
      if ((next & 0xfc00) === 0xdc00) {
        at = writeFour(0x10000 + ((unit & 0x3ff) << 10) + (next & 0x3ff), bytes, at);
        index++;
      } else at = writeThree(0xfffd, bytes, at);
    }
  }
  return at;
}

function writeThree(unit: number, bytes: Uint8Array, at: number): number {
  bytes[at] = 0xe0 | (unit >> 12);
  bytes[at + 1] = 0x80 | ((unit >> 6) & 0x3f);
  bytes[at + 2] = 0x80 | (unit & 0x3f);
  return at + 3;
}

function writeFour(point: number, bytes: Uint8Array, at: number): number {
  bytes[at] = 0xf0 | (point >> 18);
  bytes[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  bytes[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  bytes[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}
