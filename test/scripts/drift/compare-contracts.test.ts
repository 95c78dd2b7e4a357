import { describe, expect, test } from "@jest/globals";
import { compareContracts } from "../../../scripts/drift/compare/compare-contracts.js";
import type { Difference } from "../../../scripts/drift/compare/difference.js";
import { tellMeaning } from "../../../scripts/drift/compare/difference.js";
import { findReason } from "../../../scripts/drift/compare/find-reason.js";
import { sayDifference, sayPlace } from "../../../scripts/drift/report/report.js";
import { readOperation } from "../../../scripts/drift/source/find-operation.js";
import type { Schema } from "../../../scripts/drift/wire/read-keywords.js";
import { createDocument, readPairs } from "./support/documents.js";

function compare(ours: Schema, upstream: Schema): Difference[] {
  return compareContracts(readOperation(ours, "ours"), readOperation(upstream, "upstream"));
}

function say(difference: Difference): string {
  return `${sayPlace(difference)}: ${sayDifference(difference)}`;
}

describe("compareContracts", () => {
  test.each(readPairs())(
    "finds what the pair $name lists, and nothing else",
    ({ ours, upstream, lines, deviations }) => {
      const all = compare(ours, upstream).map((difference) => {
        const reason = findReason(difference, { kind: "document" });
        const end = reason === undefined ? `-> ${tellMeaning(difference)}` : `(${reason})`;
        return { isListed: reason !== undefined, line: `${say(difference)} ${end}` };
      });
      const pick = (isListed: boolean): string[] =>
        all.filter((row) => row.isListed === isListed).map((row) => row.line);
      expect(pick(false).sort()).toEqual([...lines].sort());
      expect(pick(true).sort()).toEqual([...deviations].sort());
    },
  );

  test.each(readPairs())("finds nothing between the pair $name and itself", ({ ours, upstream }) => {
    expect(compare(ours, structuredClone(ours))).toEqual([]);
    expect(compare(upstream, structuredClone(upstream))).toEqual([]);
  });

  test("lists differences by place", () => {
    const upstream = { type: "object", properties: { b: { type: "string" }, a: { type: "string" } } };
    expect(
      compare(createDocument({ type: "object" }), createDocument(upstream)).map(({ what }) => what),
    ).toEqual(["type"]);
    const ours = { type: "object", properties: { z: { type: "string" } } };
    expect(compare(createDocument(ours), createDocument(upstream)).map(({ place }) => place)).toEqual([
      "a",
      "b",
      "z",
    ]);
  });

  test("keeps every place of a fact", () => {
    const [fact] = readPairs()
      .filter(({ name }) => name === "one-fact")
      .flatMap(({ ours, upstream }) => compare(ours, upstream));
    expect(fact?.places).toEqual(["note.text.detail", "input[].text.detail", "output[].text.detail"]);
  });

  test("refuses schemas that are nested without end", () => {
    const nest = (depth: number): Schema => {
      let schema: Schema = { type: "string" };
      for (let level = 0; level < depth; level++) schema = { type: "array", items: schema };
      return schema;
    };
    const document = createDocument(nest(5000));
    expect(() => compare(document, document)).toThrow("the schemas are nested more than 200 levels deep");
  });
});
