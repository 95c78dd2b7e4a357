import { _, and, getProperty, nil, or, type Code, type CodeGen } from "ajv/dist/compile/codegen/index.js";
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
  const faults = shape.fields
    .filter(({ key, check, required }) => !where.isDispatched(key) && (required || !check.any))
    .map(({ key, required, check }): Code => {
      return _`(${x} = data${getProperty(key)}, ${checkPlace(gen, { key, check, optional: !required })})`;
    });
  if (shape.presence) faults.push(lacksAll(gen, shape.presence));
  for (const rule of shape.rules ?? [])
    // Called here and not in the runtime: a call site that knows one rule only is quick.
    faults.push(_`${runtime.breaks}(${runtime.rules}${getProperty(rule)}?.(data, ${runtime.root}))`);
  // The provider reports unknown keys of the body itself first, those of inner objects last.
  const unknown = hasUnknownKeys(gen, shape);
  if (where.isRoot) faults.unshift(unknown);
  else faults.push(unknown);
  gen.code(_`return !(${or(...faults, _`${runtime.count} !== start`)}) || ${runtime.leave}(start)`);
}

function lacksAll(gen: CodeGen, keys: string[]): Code {
  const missing = and(...keys.map((key) => _`data${getProperty(key)} === undefined`));
  return _`${missing} && ${runtime.absent}(${constant(gen, "presence", keys)})`;
}

function hasUnknownKeys(gen: CodeGen, shape: ObjectShape): Code {
  const keys = shape.fields.map((field) => field.key);
  const ignored = shape.ignored ? _`, ${constant(gen, "ignored", shape.ignored)}` : nil;
  return _`${runtime.strict} && ${runtime.unknownKeys}(data, ${constant(gen, "keys", keys)}${ignored})`;
}
