import { type JsonObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { type Path, step } from "./path.js";
import type { Tally } from "./tally.js";

/** Tokens a character of encrypted reasoning beyond the seal. [29, median error 5 %] */
const TOKENS_A_CHARACTER = 0.1525;
const SEAL = 905;
/** What stands around reasoning. */
const FRAME = 3;

/** Whether an item is what the model thought: it has a summary. */
export function isReasoning(item: JsonObject): boolean {
  return Array.isArray(item["summary"]);
}

/** Counts reasoning: nothing before the current turn; in it, by the length of what is encrypted. */
export async function countReasoning(
  item: JsonObject,
  path: Path,
  ledger: Ledger,
  isCurrent: boolean,
  tally: Tally,
): Promise<void> {
  if (!isCurrent) return;
  const sealed = textOf(item["encrypted_content"]);
  if (sealed === undefined) {
    tally.leaveOut(path, "reasoning of the current turn: kept on the server");
    ledger.addBetween(0, 0, null);
    return;
  }
  const tokens = Math.max(0, Math.round(TOKENS_A_CHARACTER * (sealed.length - SEAL))) + FRAME;
  ledger.addBetween(tokens, Math.floor(tokens * 0.75), Math.ceil(tokens * 1.3) + 15);
  tally.leaveOut(step(path, "encrypted_content"), "encrypted: counted by its length");
}
