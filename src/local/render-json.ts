import { MAX_DEPTH } from "./json-value.js";
import { type Path, step } from "./path.js";
import type { Tally } from "./tally.js";

/** Writes a value as compact JSON. Cycles and what lies deeper than 128 levels become null; depth is noted. */
export function renderJson(value: unknown, path: Path, tally: Tally): string {
  return new JsonWriter(tally).write(value, path, 0);
}

class JsonWriter {
  private readonly ancestors = new Set<object>();

  constructor(private readonly tally: Tally) {}

  write(value: unknown, path: Path, depth: number): string {
    if (typeof value === "string") return JSON.stringify(this.tally.take(value));
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value !== "object" || value === null || !this.enter(value, path, depth)) return "null";
    const text = Array.isArray(value) ? this.array(value, path, depth) : this.object(value, path, depth);
    this.ancestors.delete(value);
    return text;
  }

  private enter(value: object, path: Path, depth: number): boolean {
    if (this.ancestors.has(value)) return false;
    if (depth >= MAX_DEPTH) {
      this.tally.leaveOut(path, `nested deeper than ${MAX_DEPTH} levels`);
      return false;
    }
    this.ancestors.add(value);
    return true;
  }

  // Added up rather than joined: a join copies what lies inside it at every level.
  private array(values: readonly unknown[], path: Path, depth: number): string {
    let text = "";
    for (let index = 0; index < values.length && this.tally.visit(); index++) {
      text += `${index === 0 ? "" : ","}${this.write(values[index], step(path, index), depth + 1)}`;
    }
    return `[${text}]`;
  }

  private object(object: object, path: Path, depth: number): string {
    let text = "";
    for (const [key, value] of Object.entries(object)) {
      if (!this.tally.visit()) break;
      if (value === undefined) continue;
      const name = JSON.stringify(this.tally.take(key));
      text += `${text === "" ? "" : ","}${name}:${this.write(value, step(path, key), depth + 1)}`;
    }
    return `{${text}}`;
  }
}
