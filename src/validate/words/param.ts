/** The longest member name that a message shows, in UTF-16 units. */
const LONGEST_NAME = 64;

/** A place in the provider's notation: `input[2].content[0].text`; null for the body itself. */
export function formatParam(path: readonly (string | number)[]): string | null {
  if (path.length === 0) return null;
  const steps = path.map((key, index) => {
    if (typeof key === "number") return `[${key}]`;
    return (index === 0 ? "" : ".") + cut(key, LONGEST_NAME);
  });
  return steps.join(""); // one text: thousands of small ones put together on demand would fill the memory
}

/** Cuts a long text, never inside a surrogate pair. */
export function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(longest - 4)) ? longest - 4 : longest - 3;
  return `${text.slice(0, end)}...`;
}
