/** The longest member name that a message shows, in UTF-16 units. */
const LONGEST_NAME = 64;

/** A place in the provider's notation: `input[2].content[0].text`; null for the body itself. */
export function formatParam(path: readonly (string | number)[]): string | null {
  if (path.length === 0) return null;
  let param = "";
  for (const key of path) {
    if (typeof key === "number") param += `[${key}]`;
    else param += (param === "" ? "" : ".") + cut(key, LONGEST_NAME);
  }
  return param;
}

/** Cuts a long text, never inside a surrogate pair. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(longest - 4)) ? longest - 4 : longest - 3;
  return `${text.slice(0, end)}...`;
}
