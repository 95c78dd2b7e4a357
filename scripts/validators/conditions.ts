import { fastFormats } from "ajv-formats/dist/formats.js";
import { regexpCode } from "ajv/dist/compile/codegen/code.js";
import { _, nil, Name, or, stringify, type Code, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import type { Check, NumberCheck, StringCheck } from "./shapes.js";

/** The longest list of literals that is compared in place; a longer one is looked up. */
const INLINE_LITERALS = 5;

/** Names of the runtime that the generated functions use. */
export const runtime = {
  isArray: new Name("isArray"),
  isObject: new Name("isObject"),
  bad: new Name("bad"),
  at: new Name("at"),
  leave: new Name("leave"),
  count: new Name("count"),
  strict: new Name("strict"),
  rules: new Name("rules"),
  breaks: new Name("breaks"),
  root: new Name("root"),
  spend: new Name("spend"),
  unknownKeys: new Name("unknownKeys"),
  stray: new Name("stray"),
  absent: new Name("absent"),
  outOfSize: new Name("outOfSize"),
  descend: new Name("descend"),
  ascend: new Name("ascend"),
  points: new Name("points"),
  isUri: new Name("isUri"),
} as const;

/** A constant of the generated module, shared by all places with the same content. */
export function constant(gen: CodeGen, role: string, value: unknown, code: Code = stringify(value)): Name {
  return gen.scopeValue("obj", { key: `${role} ${JSON.stringify(value)}`, ref: value, code });
}

/** True for a value that needs no function call and is accepted. */
export function acceptedInPlace(gen: CodeGen, check: Check, x: Name, optional: boolean): Code {
  const accepted: Code[] = [];
  if (optional) accepted.push(check.null ? _`${x} == null` : _`${x} === undefined`);
  else if (check.null) accepted.push(_`${x} === null`);
  if (check.string) accepted.push(acceptsString(gen, check.string, x));
  if (check.number) accepted.push(acceptsNumber(check.number, x));
  if (check.boolean) accepted.push(_`typeof ${x} === "boolean"`);
  if (check.array === true) accepted.push(_`${runtime.isArray}(${x})`);
  if (check.object === true) accepted.push(_`${runtime.isObject}(${x})`);
  return accepted.length === 0 ? nil : or(...accepted);
}

function acceptsString(gen: CodeGen, check: StringCheck, x: Name): Code {
  if (check.enum) return acceptsLiteral(gen, check.enum, x);
  let code: Code = _`typeof ${x} === "string"`;
  // Lengths count code points, as JSON Schema does; UTF-16 units decide first, so that a long string costs nothing.
  if (check.maxLength !== undefined) {
    code = _`${code} && (${x}.length <= ${check.maxLength} || ${runtime.points}(${x}, ${check.maxLength}) <= ${check.maxLength})`;
  }
  if (check.minLength === 1) code = _`${code} && ${x} !== ""`;
  else if (check.minLength !== undefined) {
    code = _`${code} && ${runtime.points}(${x}, ${check.minLength}) >= ${check.minLength}`;
  }
  if (check.pattern !== undefined) {
    const pattern = constant(gen, "pattern", check.pattern, _`new RegExp(${check.pattern}, "u")`);
    code = _`${code} && ${pattern}.test(${x})`;
  }
  if (check.format !== undefined) code = _`${code} && ${acceptsFormat(gen, check.format, x)}`;
  return code;
}

/** `uri` is decided by its scheme alone, since a data URL can be megabytes long; other formats are ajv-formats'. */
function acceptsFormat(gen: CodeGen, format: string, x: Name): Code {
  if (format === "uri") return _`${runtime.isUri}(${x})`;
  const known: unknown = Object.entries(fastFormats).find(([name]) => name === format)?.[1];
  if (!(known instanceof RegExp)) throw new Error(`No check is known for the format ${format}.`);
  return _`${constant(gen, "format", format, regexpCode(known))}.test(${x})`;
}

function acceptsLiteral(gen: CodeGen, values: string[], x: Name): Code {
  if (values.length <= INLINE_LITERALS) return or(...values.map((value) => _`${x} === ${value}`));
  const set = constant(gen, "literals", values, _`new Set(${stringify(values)})`);
  return _`${set}.has(${x})`;
}

function acceptsNumber(check: NumberCheck, x: Name): Code {
  let code = check.integer ? _`Number.isInteger(${x})` : _`Number.isFinite(${x})`;
  if (check.minimum !== undefined) code = _`${code} && ${x} >= ${check.minimum}`;
  if (check.maximum !== undefined) code = _`${code} && ${x} <= ${check.maximum}`;
  return code;
}
