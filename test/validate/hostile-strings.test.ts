import { describe, expect, test } from "@jest/globals";
import { constants } from "node:buffer";
import { listPlaces } from "../../scripts/fuzz/faults/places.js";
import { Fragment, kindsOf, literalsOf, readDocument } from "../../scripts/fuzz/fragment.js";
import type { Json } from "../../scripts/fuzz/json.js";
import type { Schema } from "../../scripts/openapi.js";
import { isRequest, validateRequest } from "../../src/validate/index.js";
import { answer } from "../support/hostile.js";

const ROOT = "InputTokenCountParams";
const MEGABYTES = 10_000_000;
const fragment = new Fragment(readDocument());
const schemas = [...fragment.within(ROOT)];

/** Every place of a request that takes strings, with the schemas of those. */
const strings = listPlaces(fragment, ROOT, {
  extent: "least",
  arrangement: "alone",
  accepts: isRequest,
}).flatMap((place) => {
  const texts = fragment.leaves(place.schema).filter((leaf) => kindsOf(leaf).includes("string"));
  return texts.length === 0 ? [] : [{ ...place, texts }];
});

/** Puts a long string into the body by hand: what makes bodies copies them. */
function put(place: (typeof strings)[number], text: string): Json {
  const body = place.put("");
  const holder = place.path
    .slice(0, -1)
    .reduce<Json>((value, key) => (value as Record<string, Json>)[key] as Json, body);
  (holder as Record<string, Json>)[place.path.at(-1) ?? ""] = text;
  return body;
}

function isBounded({ maxLength, pattern, format, ...schema }: Schema): boolean {
  return (
    maxLength !== undefined ||
    pattern !== undefined ||
    format !== undefined ||
    literalsOf(schema) !== undefined
  );
}

describe("validateRequest", () => {
  test(`answers strings of 10 MB in each of ${strings.length} places that take strings`, () => {
    expect(strings.length).toBeGreaterThan(200);
    for (const unit of ["x", "1", "é", "😀", "\ud800", "a:"]) {
      const text = unit.repeat(MEGABYTES / unit.length);
      for (const place of strings) {
        const result = validateRequest(put(place, text), { maxIssues: 10 });
        if (result.ok) continue;
        expect(result.issues).toHaveLength(1);
        expect(result.issues[0]?.message.length).toBeLessThan(1_000);
      }
    }
  });

  test("takes the longest string there is where the fragment sets no limit, without reading it", () => {
    // Joined from halves: whatever reads one character makes V8 write out all of it, in as many bytes.
    const longest = "x".repeat(constants.MAX_STRING_LENGTH);
    const before = process.memoryUsage().heapUsed;
    for (const place of strings) {
      if (place.unions.some(({ propertyName }) => propertyName === place.path.at(-1))) continue;
      // The start of a URL is looked at, and rules look at the size of an image and at the start of a file.
      if (place.texts.some(isBounded) || ["size", "file_data"].includes(String(place.path.at(-1)))) continue;
      expect([place.path, isRequest(put(place, longest))]).toEqual([place.path, true]);
    }
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(200_000_000);
  });

  test("runs no pattern on a string without limit", () => {
    const patterns = schemas.filter(({ pattern }) => pattern !== undefined);
    expect(patterns.length).toBeGreaterThan(1);
    for (const { maxLength } of patterns) expect(maxLength).toBeLessThanOrEqual(128);
  });

  test("answers traps for every pattern", () => {
    const traps = [32, 38, 39, 40, 62, 63, 64, 65, 127, 128, 129, 100_000].flatMap((length) =>
      ["a", "A_-", "1", "9", "x", "latest", "+", ".", "a+", "\n", "1x"].flatMap((unit) => {
        const text = unit.repeat(length).slice(0, length);
        return [text, `${text}!`, `${text}\n`, `${text}:`, `!${text}`, `${text}x${text}`, `1${text}latest`];
      }),
    );
    const places = strings.filter(
      ({ texts, path }) => path.at(-1) === "size" || texts.some(({ pattern, format }) => pattern ?? format),
    );
    expect(places.length).toBeGreaterThan(5);
    for (const place of places) for (const text of traps) answer(put(place, text), []);
  });
});
