/*
 * What the pre-tokenizers tell apart, a bit each. Upper and lower case overlap: letters without case and marks count
 * as either. Marks are no letters, save within words of o200k_base.
 */
export const UPPER = 1;
export const LOWER = 2;
export const LETTER = 4;
export const NUMBER = 8;
export const SPACE = 16;
export const NEWLINE = 32;
export const SLASH = 64;
const KNOWN = 128;

const KINDS: readonly (readonly [RegExp, number])[] = [
  [/[\p{Lu}\p{Lt}]/u, UPPER | LETTER],
  [/\p{Ll}/u, LOWER | LETTER],
  [/[\p{Lm}\p{Lo}]/u, UPPER | LOWER | LETTER],
  [/\p{M}/u, UPPER | LOWER],
  [/\p{N}/u, NUMBER],
  [/[\r\n]/, SPACE | NEWLINE],
  // Not \s: to the encodings U+FEFF is no space, and U+0085 is one.
  [/\p{White_Space}/u, SPACE],
  [/\//, SLASH],
];

/** The kinds of the code units of the basic plane, each looked up once. */
const kinds = new Uint8Array(0x10000);

/** The kinds of the character that begins here; one beyond the basic plane takes two units. */
export function kindsAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  const known = kinds[unit] as number;
  if (known !== 0 && (unit & 0xf800) !== 0xd800) return known;
  return lookUp(text.codePointAt(index) ?? 0);
}

/** How many units the character that begins here takes. */
export function widthAt(text: string, index: number): number {
  if ((text.charCodeAt(index) & 0xfc00) !== 0xd800) return 1;
  return index + 1 < text.length && (text.charCodeAt(index + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
}

/** Beyond the basic plane, by code point; emoji and rare scripts repeat. */
const astral = new Map<number, number>();
const MAX_ASTRAL = 8192;

function lookUp(point: number): number {
  if (point > 0xffff) {
    const known = astral.get(point);
    if (known !== undefined) return known;
    if (astral.size >= MAX_ASTRAL) astral.clear();
    const found = classify(point);
    astral.set(point, found);
    return found;
  }
  return (kinds[point] = classify(point));
}

function classify(point: number): number {
  const character = String.fromCodePoint(point);
  return KNOWN | (KINDS.find(([pattern]) => pattern.test(character))?.[1] ?? 0);
}
