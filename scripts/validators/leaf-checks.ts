import { ShapeError } from "./shape-error.js";
import type { Check } from "./shapes.js";
import type { Schema } from "../openapi.js";

/** What a schema asks of a string. */
export function stringCheck(schema: Schema, literals: unknown[] | undefined): NonNullable<Check["string"]> {
  const values = literals?.filter((value) => typeof value === "string");
  return {
    ...(values && { enum: values }),
    ...(schema.minLength !== undefined && { minLength: schema.minLength }),
    ...(schema.maxLength !== undefined && { maxLength: schema.maxLength }),
    ...(schema.pattern !== undefined && { pattern: schema.pattern }),
    ...(schema.format !== undefined && { format: schema.format }),
  };
}

/** Of a list of known values and any string, the latter. */
export function openString(
  one: Check["string"],
  other: Check["string"],
  name: string,
): NonNullable<Check["string"]> {
  const open = [one, other].filter((check) => check && !check.enum);
  if (open.length !== 1 || !open[0])
    throw new ShapeError(
      name,
      `The open enumeration ${name} has no plain string; write a list of values beside one string.`,
    );
  return open[0];
}

/** What a schema asks of a number. */
export function numberCheck(schema: Schema, kind: "number" | "integer"): NonNullable<Check["number"]> {
  return {
    ...(kind === "integer" && { integer: true as const }),
    ...(schema.minimum !== undefined && { minimum: schema.minimum }),
    ...(schema.maximum !== undefined && { maximum: schema.maximum }),
  };
}
