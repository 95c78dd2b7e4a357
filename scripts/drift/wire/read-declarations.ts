import ts from "typescript";
import { ToolError } from "../tool-error.js";
import { ANYTHING, createObject, lazy, NOTHING } from "./shape.js";
import type { ObjectPart, Rest, Shape } from "./shape.js";
import { uniteShapes } from "./union.js";

/** Reads exported types of one declaration file (`.d.ts`) into shapes. Types know no limits and no defaults. */
export class DeclarationReader {
  readonly #file: string;
  readonly #checker: ts.TypeChecker;
  readonly #exports: Map<string, ts.Symbol>;
  readonly #source: ts.SourceFile;
  readonly #shapes = new Map<ts.Type, Shape>();

  /** @throws ToolError when the file is no TypeScript module */
  constructor(file: string) {
    this.#file = file;
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      lib: ["lib.es2022.d.ts"],
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    });
    this.#checker = program.getTypeChecker();
    const source = program.getSourceFile(file);
    const module = source && this.#checker.getSymbolAtLocation(source);
    if (!module) throw new ToolError(`${file} exports no types`);
    this.#source = source;
    this.#exports = new Map(this.#checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  }

  /** @throws ToolError when the file does not export the type */
  read(name: string): Shape {
    const symbol = this.#exports.get(name);
    if (!symbol) throw new ToolError(`${this.#file} does not export ${name}`);
    return this.#readType(this.#checker.getDeclaredTypeOfSymbol(symbol));
  }

  #readType(type: ts.Type): Shape {
    const known = this.#shapes.get(type);
    if (known) return known;
    const shape = this.#convert(type);
    this.#shapes.set(type, shape);
    return shape;
  }

  #convert(type: ts.Type): Shape {
    const { flags } = type;
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return ANYTHING;
    if (flags & ts.TypeFlags.Null) return { ...NOTHING, nullable: true };
    if (type.isStringLiteral())
      return { ...NOTHING, string: { open: false, values: [type.value], limits: {} } };
    if (type.isNumberLiteral()) {
      return { ...NOTHING, number: { open: false, values: [type.value], integer: undefined, limits: {} } };
    }
    if (flags & ts.TypeFlags.BooleanLiteral) {
      return { ...NOTHING, boolean: [this.#checker.typeToString(type) === "true"] };
    }
    if (type.isUnion()) return uniteShapes(type.types.map((member) => this.#readType(member)));
    if (flags & ts.TypeFlags.StringLike || isOpenString(type)) {
      return { ...NOTHING, string: { open: true, values: [], limits: {} } };
    }
    if (flags & ts.TypeFlags.NumberLike) {
      return { ...NOTHING, number: { open: true, values: [], integer: undefined, limits: {} } };
    }
    if (flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection | ts.TypeFlags.NonPrimitive)) {
      return this.#convertObject(type);
    }
    return NOTHING;
  }

  #convertObject(type: ts.Type): Shape {
    if (this.#checker.isArrayType(type) || this.#checker.isTupleType(type)) {
      const members = this.#checker.getTypeArguments(type as ts.TypeReference);
      const items = lazy(() => uniteShapes(members.map((member) => this.#readType(member))));
      return { ...NOTHING, array: { items, limits: {} } };
    }
    const part = this.#readObject(type);
    return { ...NOTHING, objects: [part], deprecated: part.deprecated };
  }

  #readObject(type: ts.Type): ObjectPart {
    const properties = new Map<string, () => Shape>();
    const required = new Set<string>();
    for (const property of this.#checker.getPropertiesOfType(type)) {
      const deprecated = isDeprecated(property, this.#checker);
      const read = lazy(() => {
        const shape = this.#readType(this.#checker.getTypeOfSymbolAtLocation(property, this.#source));
        return deprecated ? { ...shape, deprecated } : shape;
      });
      properties.set(property.name, read);
      if (!(property.flags & ts.SymbolFlags.Optional)) required.add(property.name);
    }
    const deprecated = type.symbol !== undefined && isDeprecated(type.symbol, this.#checker);
    return createObject({ properties, required, rest: this.#readRest(type), deprecated });
  }

  #readRest(type: ts.Type): Rest {
    const values = this.#checker.getIndexTypeOfType(type, ts.IndexKind.String);
    if (!values || values.flags & ts.TypeFlags.Never) return "unstated";
    const isAnything = values.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown);
    return isAnything ? "open" : lazy(() => this.#readType(values));
  }
}

/** `string & {}` keeps the listed values of an open union visible. */
function isOpenString(type: ts.Type): boolean {
  return type.isIntersection() && type.types.some((member) => member.flags & ts.TypeFlags.String);
}

function isDeprecated(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  return symbol.getJsDocTags(checker).some((tag) => tag.name === "deprecated");
}
