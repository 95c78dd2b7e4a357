import { leastCostOf } from "./hosted-tools.js";
import { isObject, type JsonObject, textOf } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { formatPath, type Path, step } from "./path.js";
import { isFreeform, renderFreeform, renderFunction } from "./render-tools.js";
import type { Tally } from "./tally.js";
import { writeComment } from "./write-comment.js";

/** Levels of namespaces within namespaces that are read; the API has one. */
const MAX_NAMESPACES = 4;
/** What the provider writes around a custom tool beyond its own text. [1, with a grammar] */
const FREEFORM = 45;

/**
 * Counts a list of tools: one text in which every function is a type, and what the provider adds to it. A tool with
 * `tools` of its own is a namespace; one without a name is hosted: its wording is the provider's.
 */
export async function countTools(tools: unknown, path: Path, ledger: Ledger, tally: Tally): Promise<void> {
  if (!Array.isArray(tools) || tools.length === 0) return;
  const text = new ToolText(tally);
  await text.namespace("functions", undefined, tools, path, ledger, 0);
  if (!text.isEmpty) {
    const { family } = tally.rules;
    ledger.add(text.isDescribed ? family.describedTools : family.tools);
  }
  await text.count(ledger);
}

/** The text of all tools in pieces, each of which belongs to a part. */
class ToolText {
  isDescribed = false;
  private readonly pieces: { ledger: Ledger; text: string }[] = [];

  constructor(private readonly tally: Tally) {}

  get isEmpty(): boolean {
    return this.pieces.length === 0;
  }

  async count(ledger: Ledger): Promise<void> {
    if (this.isEmpty) return;
    const pieces = [{ ledger, text: "# Tools" }, ...this.pieces];
    const tokens = await this.tally.measure(pieces.map(({ text }) => text));
    pieces.forEach((piece, index) => piece.ledger.add(tokens[index] ?? 0));
  }

  async namespace(
    name: string,
    about: string | undefined,
    tools: readonly unknown[],
    path: Path,
    ledger: Ledger,
    depth: number,
  ): Promise<void> {
    if (depth > MAX_NAMESPACES) return;
    const functions: { ledger: Ledger; text: string }[] = [];
    const inner: (() => Promise<void>)[] = [];
    for (let index = 0; index < tools.length && this.tally.visit(); index++) {
      const tool: unknown = tools[index];
      const place = step(path, index);
      if (!isObject(tool)) continue;
      const part = ledger.open(formatPath(place), "tool");
      const label = textOf(tool["name"]);
      if (label && Array.isArray(tool["tools"])) {
        const list: readonly unknown[] = tool["tools"];
        inner.push(() =>
          this.namespace(label, textOf(tool["description"]), list, step(place, "tools"), part, depth + 1),
        );
      } else if (label) functions.push({ ledger: part, text: await this.write(label, tool, place, part) });
      else this.hosted(tool, place, part);
    }
    if (functions.length > 0) {
      const head = `\n\n## ${name}\n\n${writeComment(about)}namespace ${name} {`;
      this.pieces.push({ ledger, text: head });
      for (const piece of functions) this.pieces.push({ ...piece, text: `\n\n${piece.text}` });
      this.pieces.push({ ledger, text: `\n\n} // namespace ${name}` });
    }
    for (const write of inner) await write();
  }

  private async write(name: string, tool: JsonObject, path: Path, ledger: Ledger): Promise<string> {
    if (textOf(tool["description"])) this.isDescribed = true;
    await this.tally.beginText();
    if (!isFreeform(tool)) return renderFunction(name, tool, path, this.tally);
    ledger.addBetween(FREEFORM, 0, 4 * FREEFORM);
    this.tally.leaveOut(
      path,
      "custom tool: how the provider describes it to the model is known in part only",
    );
    return renderFreeform(name, tool, this.tally);
  }

  private hosted(tool: JsonObject, path: Path, ledger: Ledger): void {
    const least = leastCostOf(tool["type"]);
    ledger.addBetween(least, least, null);
    this.tally.leaveOut(
      path,
      "hosted tool: what the provider writes for it and what it returns are not known",
    );
  }
}
