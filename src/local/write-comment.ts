/** Writes a text as comments, a line each, trimmed; nothing for no text. */
export function writeComment(text: string | undefined): string {
  if (!text) return "";
  return text
    .split("\n")
    .map((line) => `// ${line.trim()}`.trimEnd() + "\n")
    .join("");
}
