import AjvCore from "ajv/dist/core.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { transform } from "esbuild";
import { readFile } from "node:fs/promises";
import { checkArray } from "./keywords/array.js";
import { checkLevel } from "./keywords/level.js";
import { checkMap } from "./keywords/map.js";
import { checkObject } from "./keywords/object.js";
import { checkUnion } from "./keywords/union.js";
import { boundRecursion } from "./levels.js";
import { planShapes } from "./plan.js";
import { findDispatchedTags } from "./routes.js";
import type { Plan, Shape } from "./shapes.js";
import type { OpenApiDocument } from "../openapi.js";

const KINDS = ["object", "array", "map", "union", "level"] as const;

/** The runtime as JavaScript; started at once, since esbuild's process takes its time to come up. */
const runtime = readFile(new URL("./runtime.ts", import.meta.url), "utf8").then((text) =>
  transform(text, { loader: "ts", format: "esm" }),
);

/**
 * Compiles the named schemas of the bundle to one module without imports: ajv compiles each shape with the
 * keyword of its kind, and its standalone step writes the module.
 */
export async function compileValidators(document: OpenApiDocument, roots: string[]): Promise<string> {
  const plan = planShapes(document, roots);
  boundRecursion(plan);
  const code = shedCallingConvention(standaloneFunctions(plan, roots), plan);
  const { code: head } = await runtime;
  const exported = ["findFault", "findFaults", ...roots].join(", ");
  const { code: module } = await transform(
    `${head.replace(/^export (?!type)/gm, "")}\n${code}\nexport { ${exported} };\n`,
    {
      format: "esm",
      minifySyntax: true,
      treeShaking: true,
      target: "es2022",
      legalComments: "none",
    },
  );
  return module;
}

/** The declarations of the compiled module: the faults it notes, and its functions. */
export async function declareValidators(document: OpenApiDocument, roots: string[]): Promise<string> {
  const faults = await readFile(new URL("./faults.ts", import.meta.url), "utf8");
  const checks = roots.map(
    (root) =>
      `/** Whether an object is a valid ${root}, as far as its shape goes. */\nexport declare const ${root}: CheckFunction;`,
  );
  const rules = listRules(document).map((name) => JSON.stringify(name));
  return `${faults}
/** The authored rules that the fragment asks for (\`x-rule\`). */
export type RuleName = ${rules.join(" | ") || "never"};

/** The first fault of a value, or undefined; throws what the value's own getters throw. */
export declare function findFault(check: CheckFunction, value: unknown, rules: Rules): Fault | undefined;

/** The faults of a value under settings of its own; throws what the value's own getters throw. */
export declare function findFaults(check: CheckFunction, value: unknown, settings: Settings): Fault[];

${checks.join("\n\n")}
`;
}

/** The names of all rules that the fragment asks for. */
function listRules({ components }: OpenApiDocument): string[] {
  const named = Object.values(components.schemas).flatMap((schema) => schema["x-rule"] ?? []);
  return [...new Set(named)].sort();
}

function standaloneFunctions(plan: Plan, roots: string[]): string {
  const dispatched = findDispatchedTags(plan, roots);
  const ajv = new AjvCore.default({
    strict: false,
    validateSchema: false,
    code: { source: true, esm: true, lines: true },
  });
  for (const kind of KINDS) {
    ajv.addKeyword({
      keyword: `x-${kind}`,
      schemaType: "object",
      code: ({ gen, schema, parentSchema }) => {
        const name = String(parentSchema["$id"]);
        const shape = schema as Shape;
        if (shape.kind === "object") {
          const isDispatched = (key: string): boolean => dispatched.has(`${name}.${key}`);
          checkObject(gen, shape, { isRoot: roots.includes(name), isDispatched });
        } else if (shape.kind === "array") checkArray(gen, shape);
        else if (shape.kind === "map") checkMap(gen, shape);
        else if (shape.kind === "union") checkUnion(gen, shape);
        else checkLevel(gen, shape);
      },
    });
  }
  for (const [name, shape] of plan) ajv.addSchema({ $id: name, [`x-${shape.kind}`]: shape });
  return standaloneCode.default(ajv, Object.fromEntries([...plan.keys()].map((name) => [name, name])));
}

/**
 * Takes off what ajv puts around each function: the context argument, the error list, the numbered name and
 * the copy of the shape. Our keywords return by themselves and note faults in the runtime. Any text that is
 * not as ajv 8.20 writes it stops the build.
 */
function shedCallingConvention(code: string, plan: Plan): string {
  const names = new Map<string, string>();
  const bare = code
    .replace(/export const (\w+) = (validate\d+);/g, (_, name: string, numbered: string) => {
      names.set(numbered, name);
      return "";
    })
    .replace(/^const schema\d+ = .*;$/gm, "");
  const heads =
    /function (validate\d+)\(data, \{[^}]*\}=\{\}\)\{\s*(?:\/\*# sourceURL="[^"]*" \*\/;?)?\s*let vErrors = null;\s*let errors = 0;/g;
  const tails = /validate\d+\.errors = vErrors;\s*return errors === 0;/g;
  const isWhole =
    names.size === plan.size && count(bare, heads) === plan.size && count(bare, tails) === plan.size;
  if (!isWhole)
    throw new Error(
      "ajv's standalone code has changed: its functions are not as scripts/validators/compile.ts knows them.",
    );
  return bare
    .replace(heads, (_, numbered: string) => `function ${names.get(numbered)}(data) {`)
    .replace(tails, "");
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}
