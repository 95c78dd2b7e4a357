import { describe, expect, test } from "@jest/globals";
import { createComplaint } from "../../scripts/fuzz/complain.js";
import { makeBody, ROOT, runDifferential } from "../../scripts/fuzz/differential.js";
import { Fragment, readDocument, readRequestSchema } from "../../scripts/fuzz/fragment.js";
import { Generator } from "../../scripts/fuzz/generate.js";
import { createIndependentValidator } from "../../scripts/fuzz/independent.js";
import { isObject } from "../../scripts/fuzz/json.js";
import { collectVocabulary, mutate } from "../../scripts/fuzz/mutate.js";
import { Random } from "../../scripts/fuzz/random.js";
import { isResponse } from "../../src/validate/index.js";
import { responseJsonSchema } from "../../generated/schemas.js";

const fragment = new Fragment(readDocument());
const milliseconds = Infinity;

/** The published schema with one schema of its `$defs` changed. */
async function complainOf(name: string, change: (schema: { required: string[] }) => void) {
  const schema = readRequestSchema() as { $defs: Record<string, { required: string[] }> };
  const changed = schema.$defs[name];
  if (!changed) throw new Error(`There is no schema ${name}.`);
  change(changed);
  return createComplaint({ ...schema, title: `Changed${name}` });
}

describe("runDifferential", () => {
  test("finds no disagreement with a validator that shares no code with ours, through the branches of the unions", async () => {
    const result = await runDifferential({ seed: 20_261_123, bodies: 4_000, milliseconds });
    expect(result.disagreements).toEqual([]);
    // All of them in a run of any length; a short one may miss a few.
    expect(result.branches.reached).toBeGreaterThan(0.98 * result.branches.total);
    expect(result.bodies).toBe(4_000);
    // Neither side of the verdict is rare.
    expect(result.valid / result.bodies).toBeGreaterThan(0.2);
    expect(result.valid / result.bodies).toBeLessThan(0.8);
  });

  test("finds a rule that one side lacks, and makes the body small", async () => {
    const complain = await complainOf("CustomTool", ({ required }) => required.push("format"));
    const { disagreements } = await runDifferential({ seed: 1, bodies: 2_000, milliseconds, complain });
    expect(disagreements.length).toBeGreaterThan(0);
    const complaint = "the generated validator accepts what the independent one does not";
    for (const found of disagreements) {
      expect(found.complaint).toBe(complaint);
      expect(JSON.stringify(found.body).length).toBeLessThan(150);
    }
    const again = await runDifferential({
      seed: disagreements[0]?.seed ?? 0,
      bodies: 1,
      milliseconds,
      complain,
    });
    expect(again.disagreements).toEqual([disagreements[0]]);
  });

  test("ends when its time is over", async () => {
    expect((await runDifferential({ seed: 1, bodies: 10, milliseconds: 0 })).bodies).toBe(0);
  });
});

describe("makeBody", () => {
  test("makes the same body of the same seed, and others of other seeds", () => {
    const words = collectVocabulary(fragment, ROOT);
    const bodies = [5, 5, 6].map((seed) =>
      JSON.stringify(makeBody(seed, { fragment, words, reached: new Set() })),
    );
    expect(bodies[0]).toBe(bodies[1]);
    expect(bodies[0]).not.toBe(bodies[2]);
  });
});

describe("isResponse", () => {
  test("agrees with the independent validator on generated and broken answers", async () => {
    const root = "InputTokenCountResponse";
    const isValid = await createIndependentValidator(responseJsonSchema());
    const words = collectVocabulary(fragment, root);
    for (let seed = 0; seed < 1_000; seed++) {
      const random = new Random(seed);
      const body = new Generator(fragment, random, 1).value(fragment.named(root));
      if (!isObject(body)) throw new Error(`${root} is no object.`);
      if (random.chance(0.7)) mutate(body, random, fragment, words);
      expect([body, isResponse(body)]).toEqual([body, isValid(body)]);
    }
  });
});
