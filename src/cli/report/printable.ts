/** Control characters, line separators, and what turns the direction of text: all that could steer a terminal. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text from outside (a file, a name, an answer) as it may be shown: what could steer a terminal becomes a dot. */
export function printable(text: string): string {
  return text.replaceAll("\t", " ").replace(STEERING, "·");
}

/** A value as JSON that steers no terminal; it says the same as JSON.stringify's. */
export function printableJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(STEERING, (character) =>
    character === "\n" ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
