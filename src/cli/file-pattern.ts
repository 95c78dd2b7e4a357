/** One part of a pattern between slashes: any number of folders, or a test of one name. */
export type PatternStep = "**" | RegExp;

/** Whether an argument is a pattern rather than a file name. */
export function isPattern(argument: string): boolean {
  return /[*?]|\{[^{}]*,[^{}]*\}/.test(argument);
}

/** Splits a pattern into the folder it starts from and its steps, once for each choice of its braces. */
export function splitPattern(pattern: string): { root: string; steps: PatternStep[] }[] {
  return expandBraces(pattern).map((choice) => {
    const parts = choice.split(/[\\/]/);
    const fixed = parts.findIndex((part) => /[*?]/.test(part));
    const first = fixed < 0 ? parts.length - 1 : fixed;
    const root = parts.slice(0, first).join("/") || (choice.startsWith("/") ? "/" : "");
    return { root, steps: parts.slice(first).map(toStep) };
  });
}

function expandBraces(pattern: string): string[] {
  const braces = /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(pattern);
  if (!braces) return [pattern];
  const [, before = "", choices = "", after = ""] = braces;
  return choices.split(",").flatMap((choice) => expandBraces(before + choice + after));
}

/** Names that begin with a dot are matched only by a pattern that does, as in a shell. */
function toStep(part: string): PatternStep {
  if (part === "**") return "**";
  const source = part
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${part.startsWith(".") ? "" : "(?!\\.)"}${source}$`, "s");
}
