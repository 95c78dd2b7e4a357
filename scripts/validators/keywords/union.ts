import { _, getProperty, Name, type Code, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { constant, runtime } from "../conditions.js";
import type { UnionShape } from "../shapes.js";

/** More tags than this are told apart by their length first. */
const FEW_TAGS = 4;

/** An object whose tag chooses its function: one switch, whatever the number of branches. */
export function checkUnion(gen: CodeGen, shape: UnionShape): void {
  const tag = readTag(gen, shape.tag);
  const entries = Object.entries(shape.mapping);
  if (entries.length <= FEW_TAGS) gen.code(callByTag(tag, entries));
  else {
    const lengths = [...new Set(entries.map(([value]) => value.length))].sort((a, b) => a - b);
    const cases = lengths.map((length) => {
      const calls = callByTag(
        tag,
        entries.filter(([value]) => value.length === length),
      );
      return _`case ${length}: ${calls} break;`;
    });
    gen.code(_`switch (typeof ${tag} === "string" ? ${tag}.length : -1) { ${join(cases)} }`);
  }
  if (shape.fallback) gen.code(_`return ${new Name(shape.fallback)}(data)`);
  else {
    if (shape.untagged) callUntagged(gen, tag, shape.untagged);
    gen.code(_`return ${runtime.stray}(${tag}, ${describeUnion(gen, shape)})`);
  }
}

function readTag(gen: CodeGen, path: UnionShape["tag"]): Name {
  const tag = gen.name("tag");
  const [first = "", ...rest] = path;
  gen.code(_`let ${tag} = data${getProperty(first)}`);
  for (const step of rest) {
    const container =
      typeof step === "number" ? _`${runtime.isArray}(${tag})` : _`${runtime.isObject}(${tag})`;
    gen.code(
      _`${tag} = ${container} ? ${tag}${typeof step === "number" ? _`[${step}]` : getProperty(step)} : undefined`,
    );
  }
  return tag;
}

function callByTag(tag: Name, entries: [string, string][]): Code {
  return join(
    entries.map(([value, branch]) => _`if (${tag} === ${value}) return ${new Name(branch)}(data);`),
  );
}

function callUntagged(gen: CodeGen, tag: Name, untagged: Record<string, string>): void {
  const calls = Object.entries(untagged).map(([key, branch]): Code => {
    const call = _`return ${new Name(branch)}(data);`;
    return key === "*" ? call : _`if (data${getProperty(key)} !== undefined) ${call}`;
  });
  gen.if(_`${tag} == null`, join(calls));
}

function join(statements: Code[]): Code {
  return statements.reduce((all, one) => _`${all} ${one}`);
}

function describeUnion(gen: CodeGen, shape: UnionShape): Name {
  const { tag, mapping, namesObject, siblings } = shape;
  return constant(gen, "union", {
    tag: tag[0],
    values: Object.keys(mapping),
    ...(namesObject && { namesObject }),
    ...(siblings.length > 0 && { siblings }),
  });
}
