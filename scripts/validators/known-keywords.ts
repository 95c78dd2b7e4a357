/** Keywords that describe and do not check, or that another step reads. */
const SILENT = [
  "description",
  "title",
  "default",
  "deprecated",
  "examples",
  "example",
  "$comment",
  "x-deviation",
  "x-since",
  "x-expected",
  "x-rule",
  "x-ignored",
  "x-typed-as",
  "x-generation-parameters",
];

/** Keywords of a union's branch that the dispatch stands for: see `not` at ItemReference. */
const DISPATCHED = ["not"];

const CHECKED = [
  "type",
  "const",
  "enum",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "minItems",
  "maxItems",
  "maxProperties",
  "propertyNames",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minimum",
  "maximum",
  "anyOf",
];

/** Keywords of references and unions, which are followed and not checked themselves. */
const FOLLOWED = ["$ref", "oneOf", "discriminator", "x-dispatch"];

const checked = new Set([...SILENT, ...DISPATCHED, ...CHECKED]);
const known = new Set([...checked, ...FOLLOWED]);

/** Whether the validator build knows what a keyword asks of a value that is no union. */
export function isCheckedKeyword(keyword: string): boolean {
  return checked.has(keyword);
}

/** Whether the validator build knows a keyword of any schema. */
export function isKnownKeyword(keyword: string): boolean {
  return known.has(keyword);
}
