import { describe, expect, test } from "@jest/globals";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { readFileSync } from "node:fs";
import { findFault, InputTokenCountParams as checkRequest } from "../../../generated/validators.js";
import { makeBody, ROOT } from "../../../scripts/fuzz/differential.js";
import { Fragment, readDocument } from "../../../scripts/fuzz/fragment.js";
import { collectVocabulary } from "../../../scripts/fuzz/mutate.js";
import { invalidBodies, validBodies } from "../../support/fixtures.js";

/** Compiles a published schema as the strictest user of ajv does. */
function compile(file: string): ValidateFunction {
  const url = new URL(`../../../generated/${file}`, import.meta.url);
  return new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(url, "utf8")) as object);
}

const plain = compile("schema.json");
const dispatch = compile("schema.dispatch.json");

const fuzzed = (() => {
  const fragment = new Fragment(readDocument());
  const words = collectVocabulary(fragment, ROOT);
  return Array.from({ length: 2_000 }, (_, seed) => makeBody(seed, { fragment, words, reached: new Set() }));
})();

/** What ajv names first, as a path. */
function namedFirst({ errors }: ValidateFunction): string {
  const [error] = errors ?? [];
  const { missingProperty } = (error?.params ?? {}) as { missingProperty?: string };
  return `${error?.instancePath}${missingProperty === undefined ? "" : `/${missingProperty}`}`;
}

describe("schema.dispatch.json", () => {
  const bodies = [...validBodies(), ...invalidBodies()].map(({ body }) => body);

  test.each([
    ["fixtures", bodies],
    ["generated bodies", fuzzed],
  ])("decides on %s as schema.json and the validators do", (_name, all) => {
    for (const body of all) {
      const fits = findFault(checkRequest, body, {}) === undefined;
      expect([body, plain(body), dispatch(body)]).toEqual([body, fits, fits]);
    }
  });

  test("lets stock ajv name the fault first in 99 of 100 bodies with one, in a handful of errors", () => {
    const faults = invalidBodies().filter(({ body }) => !dispatch(body));
    const counts: number[] = [];
    const missed = faults.filter(({ body, issue }) => {
      dispatch(body);
      counts.push(dispatch.errors?.length ?? 0);
      return namedFirst(dispatch) !== issue.path.map((key) => `/${key}`).join("");
    });
    expect(faults.length).toBeGreaterThan(1_000);
    expect(missed.length / faults.length).toBeLessThan(0.01);
    expect(counts.sort((a, b) => a - b)[counts.length >> 1]).toBeLessThanOrEqual(3);
  });

  test("names the tags where a tag is unknown", () => {
    dispatch({ input: [{ type: "function_calls" }] });
    expect(namedFirst(dispatch)).toBe("/input/0/type");
    expect(dispatch.errors?.[0]).toMatchObject({ keyword: "enum" });
  });

  test.each([
    [{ input: [{ id: "msg_1" }] }, true],
    [{ input: [{ type: null, id: "msg_1" }] }, true],
    [{ input: [{ role: "user", content: "Hello", type: null }] }, false],
    [{ input: [{ role: "user", id: "msg_1" }] }, false],
    [{ input: [{}] }, false],
    [{ input: 5 }, false],
    [[], false],
  ])("takes an item without a type for what its members say: %j", (body, fits) => {
    expect([plain(body), dispatch(body)]).toEqual([fits, fits]);
  });
});
