import { _, getProperty, type Code, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { constant, runtime } from "../conditions.js";
import type { ObjectShape } from "../shapes.js";
import { checkPlace, x } from "./place.js";

/** An object with named members: one expression, the members in the fragment's order. */
export function checkObject(
  gen: CodeGen,
  shape: ObjectShape,
  where: { isRoot: boolean; isDispatched: (key: string) => boolean },
): void {
  gen.code(_`const start = ${runtime.count}`);
  gen.code(_`let ${x}`);
  if (shape.ruled) gen.code(_`${runtime.ruled} = true`);
  const faults = shape.fields
    .filter(({ key, check, required }) => !where.isDispatched(key) && (required || !check.any))
    .map(({ key, required, check }) => {
      return _`(${x} = data${getProperty(key)}, ${checkPlace(gen, { key, check, optional: !required })})`;
    });
  if (shape.presence) faults.push(lacksAll(gen, shape.presence));
  // The provider reports unknown keys of the body itself first, those of inner objects last.
  const unknown = hasUnknownKeys(gen, shape);
  if (where.isRoot) faults.unshift(unknown);
  else faults.push(unknown);
  const found = [...faults, _`${runtime.count} !== start`].reduce((all, one) => _`${all} || ${one}`);
  gen.code(_`return !(${found}) || ${runtime.leave}(start)`);
}

function lacksAll(gen: CodeGen, keys: string[]): Code {
  const missing = keys.map((key): Code => _`data${getProperty(key)} === undefined`).reduce((all, one) => _`${all} && ${one}`);
  return _`${missing} && ${runtime.absent}(${constant(gen, "presence", keys)})`;
}

function hasUnknownKeys(gen: CodeGen, shape: ObjectShape): Code {
  const keys = shape.fields.map((field) => field.key);
  return _`${runtime.strict} && ${runtime.unknownKeys}(data, ${constant(gen, "keys", keys)})`;
}
