import { countFile } from "./count-file.js";
import { countImage } from "./count-image.js";
import { isObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { countMembers } from "./count-members.js";
import { imageOf, isFile } from "./member-roles.js";
import { formatPath, type Path, step } from "./path.js";
import type { Tally } from "./tally.js";

/** Counts the content of a message or an output: a text, or parts, whose texts stand behind one another as one. */
export async function countContent(
  content: unknown,
  path: Path,
  ledger: Ledger,
  tally: Tally,
): Promise<void> {
  if (typeof content === "string") return tally.addText(ledger, content);
  if (!Array.isArray(content)) return;
  let run: { ledger: Ledger; text: string }[] = [];
  const finish = async (): Promise<void> => {
    const tokens = await tally.measure(run.map(({ text }) => text));
    run.forEach((piece, index) => piece.ledger.add(tokens[index] ?? 0));
    run = [];
  };
  for (let index = 0; index < content.length && tally.visit(); index++) {
    const part: unknown = content[index];
    const place = step(path, index);
    if (!isObject(part)) continue;
    const text = textOf(part["text"]) ?? textOf(part["refusal"]);
    const image = imageOf(part);
    if (text !== undefined) run.push({ ledger: ledger.open(formatPath(place), "text"), text });
    else if (image || isFile(part)) {
      await finish();
      if (image) countImage(image, place, ledger.open(formatPath(place), "image"), tally);
      else await countFile(part, place, ledger.open(formatPath(place), "file"), tally);
    } else await countMembers(part, place, ledger.open(formatPath(place), "text"), tally);
  }
  await finish();
  if (isImageAlone(content)) ledger.addBetween(ALONE, 0, ALONE + 2);
}

/** What an image costs more that no text stands beside. [2 of 2 within 1] */
const ALONE = 3;

function isImageAlone(content: readonly unknown[]): boolean {
  const [image] = content;
  return content.length === 1 && isObject(image) && imageOf(image) !== undefined;
}
