import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { Fragment, readDocument } from "../../scripts/fuzz/fragment.js";
import { Generator } from "../../scripts/fuzz/generate.js";
import { Random } from "../../scripts/fuzz/random.js";
import { createLocalCounter, type LocalTokenCount, type TokenPart } from "../../src/local/index.js";
import { invalidBodies, validBodies } from "../support/fixtures.js";

const counter = createLocalCounter();
const MODELS = ["gpt-4o", "o4-mini", "gpt-5", "gpt-5.6-sol", "gpt-99", "gpt-4"];

const count = (body: object, model: string): Promise<LocalTokenCount> => counter.count({ ...body, model });

/** What holds for every count, whatever the body. */
function checkCount({ input_tokens, range: [low, high], parts }: LocalTokenCount): void {
  expect(Number.isInteger(input_tokens)).toBe(true);
  expect(low).toBeGreaterThanOrEqual(0);
  expect(low).toBeLessThanOrEqual(input_tokens);
  if (high !== null) expect(high).toBeGreaterThanOrEqual(input_tokens);
  expect(sumOf(parts)).toBe(input_tokens);
  parts.forEach(checkPart);
}

function checkPart({ tokens, range = [tokens, tokens], parts }: TokenPart): void {
  expect(range[0]).toBeLessThanOrEqual(tokens);
  if (range[1] !== null) expect(range[1]).toBeGreaterThanOrEqual(tokens);
  if (!parts) return;
  expect(sumOf(parts)).toBe(tokens);
  parts.forEach(checkPart);
}

const sumOf = (parts: readonly TokenPart[]): number => parts.reduce((sum, { tokens }) => sum + tokens, 0);

describe("every count", () => {
  test("has parts that add up and a range around it, for every fixture", async () => {
    const bodies = [...validBodies(), ...invalidBodies()];
    expect(bodies.length).toBeGreaterThan(100);
    for (const [index, { body }] of bodies.entries())
      checkCount(await count(body, MODELS[index % MODELS.length] ?? ""));
  });

  test("has them for bodies that are generated from the fragment", async () => {
    const generator = new Generator(new Fragment(readDocument()), new Random(1), 0.4);
    for (let index = 0; index < 300; index++) {
      const body = generator.value({ $ref: "#/components/schemas/InputTokenCountParams" });
      checkCount(
        await count(typeof body === "object" && body ? body : {}, MODELS[index % MODELS.length] ?? ""),
      );
    }
  });

  test("never gets less by more text", async () => {
    const place = fc.constantFrom("instructions", "message", "output", "description");
    const bodyWith = (where: string, text: string): object => ({
      instructions: where === "instructions" ? text : "x",
      input: [
        { role: "user", content: where === "message" ? text : "x" },
        { type: "function_call_output", call_id: "call_1", output: where === "output" ? text : "x" },
      ],
      tools: [{ type: "function", name: "f", description: where === "description" ? `x${text}` : "x" }],
    });
    await fc.assert(
      fc.asyncProperty(place, fc.lorem(), fc.lorem(), async (where, text, more) => {
        const [before, after] = [bodyWith(where, text), bodyWith(where, `${text} ${more}`)];
        const [less, most] = [await count(before, "gpt-5"), await count(after, "gpt-5")];
        expect(most.input_tokens).toBeGreaterThan(less.input_tokens);
      }),
      { numRuns: 60 },
    );
  });

  test("does not depend on the order of keys that stand outside of schemas", async () => {
    const tool = {
      type: "function",
      name: "f",
      description: "F.",
      parameters: { type: "object", properties: {} },
    };
    const call = { type: "function_call", call_id: "call_1", name: "f", arguments: "{}" };
    const body = { instructions: "x", input: [{ role: "user", content: "y" }, call], tools: [tool] };
    const turned = Object.fromEntries(
      Object.entries({ ...body, input: body.input.map(turn), tools: body.tools.map(turn) }).reverse(),
    );
    const { input_tokens, range } = await count(body, "gpt-5");
    expect(await count(turned, "gpt-5")).toMatchObject({ input_tokens, range });
  });
});

const turn = (object: object): object => Object.fromEntries(Object.entries(object).reverse());
