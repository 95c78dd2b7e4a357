/** What decides whether a program prints colours; test runners and terminals set them for their own children. */
const COLOURS = new Set(["FORCE_COLOR", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLORTERM"]);

/**
 * The environment of a process that we start: what this process has, but plain output, and no account of the
 * provider's (`OPENAI_*`), whatever the terminal or the developer's shell has set; `extra` is added last, and
 * a member that is undefined there is left out.
 */
export function childEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !COLOURS.has(name) && !name.startsWith("OPENAI_"),
  );
  const all = Object.entries({ ...Object.fromEntries(inherited), NO_COLOR: "1", ...extra });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}
