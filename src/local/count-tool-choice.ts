import { isObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import type { Tally } from "./tally.js";

/** What stands around the name of a tool that must be called. [19 of 19] */
const FORCED_FRAME = 7;

/** Counts the name of the only tool that may be called, which some families are told once more. */
export async function countToolChoice(
  choice: unknown,
  tools: unknown,
  ledger: () => Ledger,
  tally: Tally,
): Promise<void> {
  if (!tally.rules.family.namesForcedTool) return;
  const name = forcedName(choice, tools);
  if (name === undefined) return;
  const part = ledger();
  part.add(FORCED_FRAME);
  await tally.addText(part, `.${name}`); // as in functions.name
}

function forcedName(choice: unknown, tools: unknown): string | undefined {
  if (isObject(choice)) return choice["type"] === "function" ? textOf(choice["name"]) : undefined;
  if (choice !== "required" || !Array.isArray(tools) || tools.length !== 1) return undefined;
  const only: unknown = tools[0];
  return isObject(only) ? textOf(only["name"]) : undefined;
}
