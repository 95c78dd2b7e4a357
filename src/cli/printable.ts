// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A text from a file as it may be shown: control characters, which could steer the terminal, become dots. */
export function printable(text: string): string {
  return text.replaceAll("\t", " ").replace(CONTROL, "·");
}
