import { _, Name, nil, type Code, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { acceptedInPlace, constant, runtime } from "../conditions.js";
import type { Check } from "../shapes.js";

/** The value under check; one name in all functions, since text that repeats compresses best. */
export const x = new Name("x");

export interface Place {
  /** The member name or index under which `x` stands. */
  key: Code | string;
  check: Check;
  /** The place may be left out. */
  optional: boolean;
}

/**
 * An expression that checks `x`: what its kind alone decides is compared in place, arrays and objects go to
 * their functions. It is true when the function must be left, false without fault or where all are collected.
 */
export function checkPlace(gen: CodeGen, { key, check, optional }: Place): Code {
  let fault: Code = _`${runtime.bad}(${x}, ${key}, ${describe(gen, check)})`;
  if (check.any) return _`${x} === undefined && ${fault}`;
  if (typeof check.object === "string")
    fault = _`(${runtime.isObject}(${x}) ? ${called(check.object, key)} : ${fault})`;
  if (typeof check.array === "string")
    fault = _`(${runtime.isArray}(${x}) ? ${called(check.array, key)} : ${fault})`;
  const accepted = acceptedInPlace(gen, check, x, optional);
  return accepted === nil ? fault : _`!(${accepted}) && ${fault}`;
}

/** Ends a function with what it has found since `start`. */
export const leave = _`return ${runtime.leave}(start)`;

/** Ends a function whose checks have all been made. */
export const finish = _`return ${runtime.count} === start || ${runtime.leave}(start)`;

function called(shape: string, key: Code | string): Code {
  return _`!${new Name(shape)}(${x}) && ${runtime.at}(${key})`;
}

/** What the place accepts, for the words of an error: only what a value can break. */
function describe(gen: CodeGen, check: Check): Name {
  const { expected, string, number } = check;
  return constant(gen, "accepts", { expected, ...string, ...number });
}
