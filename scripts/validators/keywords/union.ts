import { _, getProperty, Name, type Code, type CodeGen } from "ajv/dist/compile/codegen/index.js";
import { constant, runtime } from "../conditions.js";
import type { UnionShape } from "../shapes.js";

/** More tags than this are told apart by their length first. */
const FEW_TAGS = 4;

const data = new Name("data");

/** An object whose tag chooses its function: one switch, whatever the number of branches. */
export function checkUnion(gen: CodeGen, shape: UnionShape): void {
  const entries = Object.entries(shape.mapping);
  const index = shape.tag.findIndex((step) => typeof step === "number");
  if (index !== -1) {
    callByMember(gen, shape.tag, index, entries);
    gen.code(_`return ${new Name(shape.fallback ?? "")}(data)`);
    return;
  }
  const tag = readTag(gen, data, shape.tag);
  if (entries.length <= FEW_TAGS) gen.code(callByTag(tag, entries));
  else {
    const lengths = [...new Set(entries.map(([value]) => value.length))].sort((a, b) => a - b);
    const cases = lengths.map((length) => {
      const calls = callByLetter(
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

/**
 * A tag inside an array: of the members from the index on, the first whose tag is known decides, so that a
 * broken or a newer one before it decides nothing. A hole is no JSON and ends the search.
 */
function callByMember(
  gen: CodeGen,
  path: UnionShape["tag"],
  index: number,
  entries: [string, string][],
): void {
  const list = readTag(gen, data, path.slice(0, index));
  const i = new Name("i");
  gen.if(_`${runtime.isArray}(${list})`, () => {
    gen.for(
      _`let ${i} = ${path[index]}; ${i} < ${list}.length && ${list}[${i}] !== undefined; ${i}++`,
      () => {
        const member = gen.const("member", _`${list}[${i}]`);
        gen.if(_`${runtime.isObject}(${member})`, () => {
          gen.code(callByTag(readTag(gen, member, path.slice(index + 1)), entries));
        });
      },
    );
  });
}

function readTag(gen: CodeGen, from: Name, path: UnionShape["tag"]): Name {
  const tag = gen.name("tag");
  const [first = "", ...rest] = path;
  gen.code(_`let ${tag} = ${from}${getProperty(first)}`);
  for (const step of rest) {
    gen.code(_`${tag} = ${runtime.isObject}(${tag}) ? ${tag}${getProperty(step)} : undefined`);
  }
  return tag;
}

function callByTag(tag: Name, entries: [string, string][]): Code {
  return join(
    entries.map(([value, branch]) => _`if (${tag} === ${value}) return ${new Name(branch)}(data);`),
  );
}

/** Of tags of one length, a letter tells which to compare: one comparison of texts in place of several. */
function callByLetter(tag: Name, entries: [string, string][]): Code {
  const [first = ""] = entries.map(([value]) => value);
  const at = [...first].findIndex(
    (_letter, index) => new Set(entries.map(([value]) => value[index])).size === entries.length,
  );
  if (entries.length === 1 || at === -1) return callByTag(tag, entries);
  return join(
    entries.map(
      ([value, branch]) =>
        _`if (${tag}.charCodeAt(${at}) === ${value.charCodeAt(at)} && ${tag} === ${value}) return ${new Name(branch)}(data);`,
    ),
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
