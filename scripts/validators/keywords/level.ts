import { _, Name, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { runtime } from "../conditions.js";
import type { LevelShape } from "../shapes.js";

/** One level of a recursion: too many of them are a fault, not a crash. */
export function checkLevel(gen: CodeGen, shape: LevelShape): void {
  gen.code(_`return ${runtime.descend}() && ${runtime.ascend}(${new Name(shape.of)}(data))`);
}
