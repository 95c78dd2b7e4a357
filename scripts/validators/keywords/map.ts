import { _, Name, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { constant, runtime } from "../conditions.js";
import type { MapShape } from "../shapes.js";
import { checkPlace, finish, leave, x } from "./place.js";

/** An object with free keys whose values share one check. */
export function checkMap(gen: CodeGen, shape: MapShape): void {
  const { values, maxProperties, maxKeyLength } = shape;
  const keys = new Name("keys");
  gen.code(_`const start = ${runtime.count}`);
  gen.code(_`const ${keys} = Object.keys(data)`);
  if (maxProperties !== undefined) {
    const limits = constant(gen, "size", { maxProperties });
    gen.code(
      _`if (${keys}.length > ${maxProperties} && ${runtime.outOfSize}(${keys}.length, ${limits})) ${leave}`,
    );
  }
  gen.code(_`if (${runtime.spend}(${keys}.length)) ${leave}`);
  gen.forOf("key", keys, (name) => {
    gen.code(_`const ${x} = data[${name}]`);
    if (maxKeyLength !== undefined) {
      const accepts = constant(gen, "accepts", { expected: "a string", maxLength: maxKeyLength });
      const tooLong = _`${name}.length > ${maxKeyLength} && ${runtime.points}(${name}, ${maxKeyLength}) > ${maxKeyLength}`;
      gen.code(_`if (${tooLong} && ${runtime.bad}(${name}, ${name}, ${accepts})) ${leave}`);
    }
    gen.code(_`if (${checkPlace(gen, { key: name, check: values, optional: false })}) ${leave}`);
  });
  gen.code(finish);
}
