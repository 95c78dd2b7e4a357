import { _, Name, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { constant, runtime } from "../conditions.js";
import type { ArrayShape } from "../shapes.js";
import { checkPlace, finish, leave, x } from "./place.js";

/** An array whose members share one check. */
export function checkArray(gen: CodeGen, shape: ArrayShape): void {
  const { items, minItems, maxItems } = shape;
  gen.code(_`const start = ${runtime.count}`);
  if (minItems !== undefined || maxItems !== undefined) {
    const limits = constant(gen, "size", { minItems, maxItems });
    const outside = [
      ...(minItems === undefined ? [] : [_`data.length < ${minItems}`]),
      ...(maxItems === undefined ? [] : [_`data.length > ${maxItems}`]),
    ].reduce((one, other) => _`${one} || ${other}`);
    gen.code(_`if ((${outside}) && ${runtime.outOfSize}(data.length, ${limits})) ${leave}`);
  }
  gen.code(_`if (${runtime.spend}(data.length)) ${leave}`);
  const i = new Name("i");
  gen.forRange(i, 0, _`data.length`, () => {
    gen.code(_`const ${x} = data[${i}]`);
    gen.code(_`if (${checkPlace(gen, { key: i, check: items, optional: false })}) ${leave}`);
  });
  gen.code(finish);
}
