import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { Compile } from "typebox/schema";
import { z } from "zod";
import { isRequest, validateRequest } from "../../src/validate/index.js";
import { readRequestSchema } from "../fuzz/fragment.js";

/** A validator of the same contract: its verdict, and its first issue in full where the body is bad. */
export interface Contender {
  name: string;
  check(body: unknown): boolean;
  /** Finds the first issue; what it returns only keeps the work from being optimised away. */
  explain(body: unknown): unknown;
}

/** Ours, twice, and the best-known validators on the plain JSON Schema that we publish. */
export function makeContenders(): Contender[] {
  const schema = readRequestSchema();
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  const ajvCheck = ajv.compile(schema);
  const typebox = Compile(schema);
  const zod = z.fromJSONSchema(withoutNot(schema));
  return [
    {
      name: "validateRequest",
      check: (body) => validateRequest(body).ok,
      explain: (body) => validateRequest(body),
    },
    { name: "isRequest", check: isRequest, explain: isRequest },
    {
      name: "stock ajv",
      check: (body) => ajvCheck(body),
      explain: (body) => (ajvCheck(body) ? undefined : ajvCheck.errors),
    },
    {
      name: "TypeBox",
      check: (body) => typebox.Check(body),
      explain: (body) => (typebox.Check(body) ? undefined : typebox.Errors(body)),
    },
    {
      name: "zod 4",
      check: (body) => zod.safeParse(body).success,
      explain: (body) => zod.safeParse(body).error,
    },
  ];
}

/** zod takes no `not`; the one place that has it does not bear on the bodies measured. */
function withoutNot(schema: Record<string, unknown>): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === "not" ? undefined : value,
  ) as Record<string, unknown>;
}
