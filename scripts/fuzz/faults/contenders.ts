import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { z } from "zod";
import { validateRequest } from "../../../src/validate/index.js";
import { readRequestSchema } from "../fragment.js";
import type { Json } from "../json.js";
import type { OneFault } from "./one-fault.js";

type Path = (string | number)[];

/** A validator as its users get it, and the places that it names for a body, in its own order. */
export interface Contender {
  name: string;
  /** What has to be known to read its figures. */
  note?: string;
  namePlaces: (fault: OneFault) => Path[];
}

/** This package, asked for the first issue, or for more. */
export function contract(maxIssues: number): Contender {
  return {
    name: "this package",
    namePlaces: ({ kind, body }) => {
      const unknownKeys = kind === "unknown key" ? "reject" : "ignore";
      const result = validateRequest(body, { maxIssues, unknownKeys });
      return result.ok ? [] : result.issues.map(({ path }) => path);
    },
  };
}

/** Stock ajv with all errors, on the JSON Schema that the package publishes. */
export function stockAjv(): Contender {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(readRequestSchema());
  return {
    name: "ajv 8, allErrors",
    namePlaces: ({ body }) => {
      if (validate(body)) return [];
      return (validate.errors ?? []).map(({ instancePath, params }) => {
        const path = parsePointer(instancePath, body);
        const { missingProperty } = params as { missingProperty?: unknown };
        return typeof missingProperty === "string" ? [...path, missingProperty] : path;
      });
    },
  };
}

/** zod 4 on the same schema; it knows no `not`, which one schema of the fragment has. */
export function zod(): Contender {
  const schema = JSON.parse(JSON.stringify(readRequestSchema()), (key, value: unknown) =>
    key === "not" ? undefined : value,
  ) as Parameters<typeof z.fromJSONSchema>[0];
  const check = z.fromJSONSchema(schema);
  return {
    name: "zod 4, fromJSONSchema",
    note: "zod cannot say `not`, which was left out; its issues are counted with those inside its unions",
    namePlaces: ({ body }) => {
      const result = check.safeParse(body);
      return result.success ? [] : flatten(result.error.issues, []);
    },
  };
}

function flatten(issues: readonly z.core.$ZodIssue[], outer: Path): Path[] {
  return issues.flatMap((issue) => {
    const path = [...outer, ...issue.path.map((key) => (typeof key === "number" ? key : String(key)))];
    return [
      path,
      ...(issue.code === "invalid_union" ? issue.errors.flatMap((inner) => flatten(inner, path)) : []),
    ];
  });
}

/** A JSON pointer as a path; indexes are numbers where the body has an array. */
function parsePointer(pointer: string, body: Json): Path {
  let value: unknown = body;
  return pointer
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
      const key = Array.isArray(value) ? Number(name) : name;
      value =
        typeof value === "object" && value !== null
          ? (value as Record<string | number, unknown>)[key]
          : undefined;
      return key;
    });
}
