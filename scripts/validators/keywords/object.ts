import { _, getProperty, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { constant, runtime } from "../conditions.js";
import type { ObjectShape } from "../shapes.js";
import { checkPlace, leave, verdict } from "./place.js";

/** An object with named members, in the fragment's order: one comparison or call a member. */
export function checkObject(
  gen: CodeGen,
  shape: ObjectShape,
  where: { isRoot: boolean; isDispatched: (key: string) => boolean },
): void {
  gen.code(_`const start = ${runtime.count}`);
  if (shape.ruled) gen.code(_`${runtime.ruled} = true`);
  // The provider reports unknown keys of the body itself first, those of inner objects last.
  if (where.isRoot) refuseUnknownKeys(gen, shape);
  for (const { key, required, check } of shape.fields) {
    if (where.isDispatched(key) || (check.any && !required)) continue;
    const x = gen.name("x");
    gen.code(_`const ${x} = data${getProperty(key)}`);
    checkPlace(gen, { x, key, check, optional: !required });
  }
  if (shape.presence) {
    const missing = _`${shape.presence.map((key) => _`data${getProperty(key)} === undefined`).reduce((all, one) => _`${all} && ${one}`)}`;
    gen.code(_`if (${missing} && ${runtime.absent}(${constant(gen, "oneOf", shape.presence)})) return ${leave}`);
  }
  if (!where.isRoot) refuseUnknownKeys(gen, shape);
  gen.code(_`return ${verdict}`);
}

function refuseUnknownKeys(gen: CodeGen, shape: ObjectShape): void {
  const keys = constant(gen, "keys", shape.fields.map((field) => field.key));
  gen.code(_`if (${runtime.strict} && ${runtime.unknownKeys}(data, ${keys})) return ${leave}`);
}
