import { countFile } from "./count-file.js";
import { countImage } from "./count-image.js";
import { countTools } from "./count-tools.js";
import { type JsonObject, MAX_DEPTH } from "./json-value.js";
import type { Ledger } from "./ledger.js";
import { imageOf, isFile, isHidden, isImageData, isSealed, isWrittenAsJson } from "./member-roles.js";
import { type Path, step } from "./path.js";
import { renderJson } from "./render-json.js";
import type { Tally } from "./tally.js";

/**
 * Counts every text in an object of any kind. No type is named here: what a member is follows from its name and its
 * value, so that a new kind of item is counted without a change.
 */
export async function countMembers(
  object: JsonObject,
  path: Path,
  ledger: Ledger,
  tally: Tally,
): Promise<void> {
  await tally.beginText();
  await new MemberWalk(ledger, tally).object(object, path, 0);
}

class MemberWalk {
  private readonly ancestors = new Set<object>();

  constructor(
    private readonly ledger: Ledger,
    private readonly tally: Tally,
  ) {}

  async object(object: JsonObject, path: Path, depth: number): Promise<void> {
    const image = imageOf(object);
    if (image) countImage(image, path, this.ledger, this.tally);
    else if (isFile(object)) await countFile(object, path, this.ledger, this.tally);
    else for (const key of Object.keys(object)) await this.member(key, object[key], step(path, key), depth);
  }

  private async member(key: string, value: unknown, path: Path, depth: number): Promise<void> {
    if (value === null || value === undefined || isHidden(key)) return;
    if (isSealed(key)) {
      this.tally.leaveOut(path, "encrypted: only the server can read it");
      this.ledger.addBetween(0, 0, null);
    } else if (key === "tools") {
      await countTools(value, path, this.ledger, this.tally);
    } else if (typeof value === "object" && isWrittenAsJson(key)) {
      await this.tally.addText(this.ledger, renderJson(value, path, this.tally));
    } else {
      await this.value(key, value, path, depth);
    }
  }

  private async value(key: string, value: unknown, path: Path, depth: number): Promise<void> {
    if (!this.tally.visit()) return;
    if (typeof value === "object" && value !== null) await this.enter(value, path, depth);
    else if (typeof value !== "string") return;
    else if (isImageData(key, value)) countImage({ url: value }, path, this.ledger, this.tally);
    else await this.tally.addText(this.ledger, value);
  }

  private async enter(value: object, path: Path, depth: number): Promise<void> {
    if (this.ancestors.has(value)) return;
    if (depth >= MAX_DEPTH) {
      this.tally.leaveOut(path, `nested deeper than ${MAX_DEPTH} levels`);
      return;
    }
    this.ancestors.add(value);
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        await this.value(String(index), value[index], step(path, index), depth + 1);
      }
    } else {
      await this.object(value as JsonObject, path, depth + 1); // an object that is no array
    }
    this.ancestors.delete(value);
  }
}
