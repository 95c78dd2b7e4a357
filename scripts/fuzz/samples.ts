import type { Schema } from "../openapi.js";
import type { Json } from "./json.js";

const URIS = ["https://example.com/a.png", "data:image/png;base64,AAAA", "a:", "urn:x"];
const TEXTS = [
  "x",
  "",
  "Hello",
  "latest",
  "1",
  "A_b-1",
  "résumé",
  "😀",
  "\ud800",
  "{}",
  "null",
  "__proto__",
  `tunnel_${"a1".repeat(16)}`,
];
/** The longest string that is made, in code points: a limit of megabytes is tried elsewhere. */
const LONGEST = 10_000;
/** Two UTF-16 units and one code point: lengths are counted in the latter. */
const ASTRAL = "😀";

/** Strings that a schema takes, those at the edge of its limits among them. */
export function validStrings(schema: Schema): string[] {
  if (schema.format === "uri") return URIS;
  const { minLength = 0, maxLength, pattern } = schema;
  const edges =
    maxLength === undefined || maxLength > LONGEST
      ? []
      : ["x", "1", ASTRAL].map((unit) => unit.repeat(maxLength));
  if (minLength > 0) edges.push("x".repeat(minLength), ASTRAL.repeat(minLength));
  const fits = [...TEXTS, ...edges].filter((text) => {
    const length = [...text].length;
    return (
      length >= minLength &&
      length <= (maxLength ?? Infinity) &&
      (!pattern || new RegExp(pattern, "u").test(text))
    );
  });
  if (fits.length === 0) throw new Error(`No sample string fits ${JSON.stringify(schema)}.`);
  return fits;
}

/** Strings that break one of a schema's limits each. */
export function invalidStrings(schema: Schema): string[] {
  const { minLength = 0, pattern, format } = schema;
  const maxLength = (schema.maxLength ?? Infinity) > LONGEST ? undefined : schema.maxLength;
  const found: string[] = [];
  if (minLength > 0) found.push("x".repeat(minLength - 1), ASTRAL.repeat(minLength - 1));
  if (maxLength !== undefined) found.push("1".repeat(maxLength + 1), "1".repeat(2 * maxLength + 1));
  if (maxLength !== undefined && pattern === undefined) found.push(ASTRAL.repeat(maxLength + 1));
  if (pattern !== undefined)
    found.push(...["", "no match!", "0", "é"].filter((text) => !new RegExp(pattern, "u").test(text)));
  if (format === "uri") found.push("", "example.com/a.png", "/a", "1http://x", "http//x:y", "é:x");
  return found;
}

/** Numbers that a schema takes, its limits among them. */
export function validNumbers(schema: Schema, kind: "number" | "integer"): number[] {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  const edges = [minimum, maximum, 0, 1, -1, 7, 0.5, 1e21, 2 ** 53, -(2 ** 53), 1e308];
  return edges.filter(
    (value) =>
      Number.isFinite(value) &&
      value >= minimum &&
      value <= maximum &&
      (kind === "number" || Number.isInteger(value)),
  );
}

/** Numbers that break one of a schema's limits each. */
export function invalidNumbers(schema: Schema): number[] {
  const { minimum, maximum } = schema;
  return [
    ...(minimum === undefined ? [] : [minimum - 1, -1e21]),
    ...(maximum === undefined ? [] : [maximum + 1, 1e21]),
  ];
}

/** One value of each JSON kind; a decimal number is a kind of its own here. */
export const SAMPLES: Record<string, Json> = {
  null: null,
  boolean: true,
  integer: 7,
  number: 1.5,
  string: "no_such_value",
  array: [],
  object: {},
};
