import { MAX_DEPTH } from "./json-value.js";
import { type Path, step } from "./path.js";
import type { Tally } from "./tally.js";

/** What a writer of JSON makes of a member: how its value is seen in turn, or undefined to leave it away. */
export type View = (key: string) => View | undefined;

/** Shows every member. */
export const SHOW_ALL: View = () => SHOW_ALL;

/**
 * Writes a value as compact JSON, the members that the view shows. Cycles and what lies deeper than 128 levels become
 * null; depth is noted.
 */
export function renderJson(value: unknown, path: Path, tally: Tally, view: View = SHOW_ALL): string {
  return new JsonWriter(tally).write(value, path, 0, view);
}

class JsonWriter {
  private readonly ancestors = new Set<object>();

  constructor(private readonly tally: Tally) {}

  write(value: unknown, path: Path, depth: number, view: View): string {
    if (typeof value === "string") return JSON.stringify(this.tally.take(value));
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value !== "object" || value === null || !this.enter(value, path, depth)) return "null";
    const text = Array.isArray(value)
      ? this.array(value, path, depth, view)
      : this.object(value, path, depth, view);
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
  private array(values: readonly unknown[], path: Path, depth: number, view: View): string {
    let text = "";
    for (let index = 0; index < values.length && this.tally.visit(); index++) {
      text += `${index === 0 ? "" : ","}${this.write(values[index], step(path, index), depth + 1, view)}`;
    }
    return `[${text}]`;
  }

  private object(object: object, path: Path, depth: number, view: View): string {
    let text = "";
    for (const [key, value] of Object.entries(object)) {
      const inner = view(key);
      if (value === undefined || !inner) continue;
      if (!this.tally.visit()) break;
      const name = JSON.stringify(this.tally.take(key));
      text += `${text === "" ? "" : ","}${name}:${this.write(value, step(path, key), depth + 1, inner)}`;
    }
    return `{${text}}`;
  }
}
