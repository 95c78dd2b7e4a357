import { describe, expect, test } from "@jest/globals";
import type { Schema } from "../../scripts/openapi.js";
import { validateRequest } from "../../src/validate/index.js";
import { schemaOf, taggedUnions } from "../support/document.js";
import { validBodies } from "../support/fixtures.js";
import { param, replaceAt, type Json, type Path } from "../support/json.js";
import { collectObjects, kindsOf, literalsOf, SAMPLES } from "../support/walk.js";

const objects = collectObjects([{}, ...validBodies().map(({ body }) => body)]);
const names = [...objects.keys()];

/** The members that a union reads to choose a branch: what they must be is the union's to say. */
const tags = new Set(taggedUnions().map((name) => schemaOf(name).discriminator?.propertyName));

/** Every property of a schema with an object that the fixtures hold. */
function propertiesOf(
  name: string,
): { key: string; property: Schema; path: Path; body: Json; isTag: boolean }[] {
  const found = objects.get(name)?.[0];
  if (!found) throw new Error(`No fixture holds a ${name}.`);
  const { properties = {} } = schemaOf(name);
  return Object.entries(properties).map(([key, property]) => ({
    key,
    property,
    path: [...found.path, key],
    body: found.body,
    isTag: tags.has(key) && literalsOf(property).length > 0,
  }));
}

function faultsOf(body: Json): { path: Path; code: string; message: string }[] {
  const result = validateRequest(body, { maxIssues: 10 });
  return result.ok ? [] : result.issues.map(({ path, code, message }) => ({ path, code, message }));
}

describe("validateRequest", () => {
  test.each(names)("names a missing member of %s", (name) => {
    for (const { key, path, body, isTag } of propertiesOf(name)) {
      if (!schemaOf(name).required?.includes(key) || isTag) continue;
      const message = `Missing required parameter: '${param(path)}'.`;
      expect(faultsOf(replaceAt(body, path, undefined))).toEqual([
        { path, code: "missing_required_parameter", message },
      ]);
    }
  });

  test.each(names)("names a member of %s that has the wrong kind", (name) => {
    for (const { key, property, path, body, isTag } of propertiesOf(name)) {
      for (const kind of Object.keys(SAMPLES).filter((one) => !kindsOf(property).includes(one))) {
        // An item whose type is null is one without type, and a text makes a message an EasyInputMessage.
        if (isTag && kind === "null" && path[0] === "input" && path.length === 3) continue;
        if (name === "ResponseOutputMessage" && key === "content" && kind === "string") continue;
        const { value, words } = SAMPLES[kind] ?? { value: null, words: "" };
        const got = path.length === 1 && value === null ? "an object" : words;
        const faults = faultsOf(replaceAt(body, path, value));
        if (isTag) expect(faults.map((fault) => fault.path)).toEqual([path]);
        else
          expect(faults).toEqual([
            { path, code: "invalid_type", message: expect.stringMatching(`but got ${got} instead\\.$`) },
          ]);
      }
    }
  });

  test.each(names)("takes each literal of %s and refuses others", (name) => {
    for (const { property, path, body, isTag } of propertiesOf(name)) {
      const literals = literalsOf(property);
      const isOpen =
        kindsOf(property).includes("string") && validateRequest(replaceAt(body, path, "no such value")).ok;
      if (literals.length === 0 || isTag) continue;
      for (const literal of literals)
        expect([literal, faultsOf(replaceAt(body, path, literal))]).toEqual([literal, []]);
      expect([name, path.at(-1), isOpen]).toEqual([
        name,
        path.at(-1),
        OPEN.includes(`${name}.${String(path.at(-1))}`),
      ]);
    }
  });
});

/** Enumerations that only list the values known today, and members that take a text beside their literals. */
const OPEN = [
  "ImageGenerationCall.size",
  "ImageGenerationTool.model",
  "InputTokenCountParams.model",
  "InputTokenCountParams.personality",
  "Reasoning.context",
  "Reasoning.mode",
];

describe("the fixtures", () => {
  /** Whatever fits here is taken for an EasyInputMessage. */
  const UNREACHED = ["InputMessage"];
  /** Need one of several optional members. */
  const NEVER_MINIMAL = ["LocalShellCallOutput", "McpTool", "ResponseConfigurationUpdateItemParam"];

  test("hold every object of a request", () => {
    const reachable = Object.keys(reach("InputTokenCountParams")).filter((name) => schemaOf(name).properties);
    expect([...names, ...UNREACHED].sort()).toEqual(reachable.sort());
  });

  test.each(names)("hold each member of %s, and the least that it takes", (name) => {
    const { properties = {}, required = [] } = schemaOf(name);
    const keys = objects.get(name)?.map(({ value }) => Object.keys(value).sort()) ?? [];
    expect([...new Set(keys.flat())]).toEqual(expect.arrayContaining(Object.keys(properties)));
    if (!NEVER_MINIMAL.includes(name)) expect(keys).toContainEqual([...required].sort());
  });
});

/** The schemas that a schema leads to, itself among them. */
function reach(name: string, seen: Record<string, true> = {}): Record<string, true> {
  if (seen[name]) return seen;
  seen[name] = true;
  for (const [, inner = ""] of JSON.stringify(schemaOf(name)).matchAll(
    /"\$ref":"#\/components\/schemas\/(\w+)"/g,
  ))
    reach(inner, seen);
  return seen;
}
