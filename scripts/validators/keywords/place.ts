import { _, nil, type Code, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { Name } from "ajv/dist/compile/codegen/index.js";
import { acceptedInPlace, constant, isObject, runtime } from "../conditions.js";
import type { Check } from "../shapes.js";

export interface Place {
  /** The value at the place. */
  x: Name;
  /** The member name or index under which it stands. */
  key: Code | string;
  check: Check;
  /** The place may be left out. */
  optional: boolean;
}

/**
 * Emits the check of one place: what its kind alone decides is compared in place, arrays and objects go to
 * their functions, and a fault leaves the function unless all faults are being collected.
 */
export function checkPlace(gen: CodeGen, { x, key, check, optional }: Place): void {
  if (check.any) {
    if (!optional) gen.code(_`if (${x} === undefined && ${runtime.bad}(${x}, ${key}, ${describe(gen, check)})) return ${leave}`);
    return;
  }
  let fault: Code = _`${runtime.bad}(${x}, ${key}, ${describe(gen, check)})`;
  if (typeof check.object === "string") fault = _`(${isObject(x)} ? ${called(check.object, x, key)} : ${fault})`;
  if (typeof check.array === "string") fault = _`(Array.isArray(${x}) ? ${called(check.array, x, key)} : ${fault})`;
  const accepted = acceptedInPlace(gen, check, x, optional);
  gen.code(accepted === nil ? _`if (${fault}) return ${leave}` : _`if (!(${accepted}) && ${fault}) return ${leave}`);
}

/** Ends a function with what it has found since `start`. */
export const leave = _`${runtime.leave}(start)`;

/** The value of a function whose checks have all been made. */
export const verdict = _`${runtime.count} === start || ${leave}`;

function called(shape: string, x: Name, key: Code | string): Code {
  return _`!${new Name(shape)}(${x}) && ${runtime.at}(${key})`;
}

/** What the place accepts, for the words of an error: only what a value can break. */
export function describe(gen: CodeGen, check: Check): Name {
  const { expected, string, number } = check;
  return constant(gen, "accepts", { expected, ...string, ...number });
}
