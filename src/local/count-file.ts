import { type JsonObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import type { Path } from "./path.js";
import type { Tally } from "./tally.js";

/** Files whose bytes are their text; of others the provider extracts text and page images by rules of its own. */
const TEXT_FILE = /^data:(text\/[\w.+-]+|application\/([\w.-]+\+)?(json|xml|yaml))(;[\w=-]+)*?;base64,/i;

/** What a file without text costs. [5 of 5, one empty page] */
const FRAME = 4;

/** Counts a file's name and, if it is here and plain text, its text; any other content is noted as left out. */
export async function countFile(file: JsonObject, path: Path, ledger: Ledger, tally: Tally): Promise<void> {
  const text = decodeText(textOf(file["file_data"]) ?? "");
  if (text === undefined) {
    tally.leaveOut(path, "file: its text and pages are not counted");
    ledger.addBetween(FRAME, 0, null);
  } else {
    await tally.addText(ledger, textOf(file["filename"]) ?? "");
    await tally.addText(ledger, text);
  }
}

function decodeText(data: string): string | undefined {
  const header = TEXT_FILE.exec(data.slice(0, 256))?.[0];
  if (header === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(data.slice(header.length)), (byte) => byte.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined; // no base64 after all
  }
}
