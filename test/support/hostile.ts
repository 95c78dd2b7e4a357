import { expect } from "@jest/globals";
import {
  isRequest,
  isResponse,
  toErrorBody,
  validateRequest,
  validateResponse,
  type ValidateOptions,
  type Validation,
} from "../../src/validate/index.js";

type Choice<K extends keyof ValidateOptions> = Pick<ValidateOptions, K> | Record<string, never>;

const UNKNOWN_KEYS: Choice<"unknownKeys">[] = [{}, { unknownKeys: "ignore" }, { unknownKeys: "reject" }];
const UNKNOWN_TYPES: Choice<"unknownTypes">[] = [{}, { unknownTypes: "reject" }, { unknownTypes: "allow" }];

/** Every combination of settings with these numbers of issues. */
export function allSettings(numbers: readonly number[]): ValidateOptions[] {
  const maxIssues: Choice<"maxIssues">[] = [{}, ...numbers.map((number) => ({ maxIssues: number }))];
  return UNKNOWN_KEYS.flatMap((keys) =>
    UNKNOWN_TYPES.flatMap((types) => maxIssues.map((issues) => ({ ...keys, ...types, ...issues }))),
  );
}

const SETTINGS = allSettings([1, 10_000]);

/**
 * Asks every entry point about a value, under every combination of settings, and checks that each gives an
 * answer of the right form; gives the answer without settings. Whatever throws fails the test.
 */
export function answer(body: unknown, settings: readonly ValidateOptions[] = SETTINGS): Validation<unknown> {
  const result = validateRequest(body);
  checkForm(result, body, 1);
  expect(isRequest(body)).toBe(result.ok);
  for (const options of settings) {
    const { maxIssues = 1, unknownKeys, unknownTypes } = options;
    const other = validateRequest(body, options);
    checkForm(other, body, maxIssues >= 1 ? Math.min(Math.floor(maxIssues), 10_000) : 1);
    // The number of issues decides nothing, being strict refuses more, being lenient accepts more.
    if (
      unknownKeys === "reject"
        ? unknownTypes !== "allow" && !result.ok
        : unknownTypes !== "allow" || result.ok
    ) {
      if (other.ok !== result.ok) throw new Error(`${JSON.stringify(options)} turns the verdict round.`);
    }
  }
  const response = validateResponse(body);
  checkForm(response, body, 1);
  expect(isResponse(body)).toBe(response.ok);
  return result;
}

/** Plain comparisons: an `expect` on a hostile value would read it, print it and compare it. */
function checkForm(result: Validation<unknown>, body: unknown, most: number): void {
  if (result.ok) {
    if (!Object.is(result.value, body)) throw new Error("The value is not the body itself.");
    return;
  }
  const { issues } = result;
  if (issues.length < 1 || issues.length > most)
    throw new Error(`${issues.length} issues in place of 1 to ${most}.`);
  for (const { message, param, code, path } of issues) {
    const isPlain = typeof message === "string" && typeof code === "string" && Array.isArray(path);
    if (!isPlain || (param !== null && typeof param !== "string"))
      throw new Error("An issue has the wrong form.");
  }
  const { error } = toErrorBody(issues);
  if (error.message !== issues[0]?.message || error.param !== issues[0].param)
    throw new Error("The envelope is wrong.");
  if (error.message.length > 1_000) throw new Error(`A message of ${error.message.length} characters.`);
}

/** What the first issue says; undefined for a valid value. */
export function firstIssue(result: Validation<unknown>): { code: string; param: string | null } | undefined {
  const issue = result.ok ? undefined : result.issues[0];
  return issue && { code: issue.code, param: issue.param };
}

/** A function that throws whatever it is called for. */
export function fail(): never {
  throw new Error("hostile");
}

/** A value inside itself, this many times. */
export function nest(levels: number, wrap: (inner: unknown) => unknown, core: unknown): unknown {
  let value = core;
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

/** A tool with filters nested this deep. */
export function searchTool(filters: unknown): unknown {
  return { type: "file_search", vector_store_ids: [], filters };
}

/** How often a function reads a value: members, keys and descriptors, at any depth. */
export function countReads(value: object, use: (value: unknown) => unknown): number {
  let reads = 0;
  const known = new WeakMap<object, object>();
  function watch(inner: unknown): unknown {
    if (typeof inner !== "object" || inner === null) return inner;
    const proxy = known.get(inner) ?? new Proxy(inner, handler);
    known.set(inner, proxy);
    return proxy;
  }
  const handler: ProxyHandler<object> = {
    get(target, key) {
      reads++;
      return watch(Reflect.get(target, key));
    },
    ownKeys(target) {
      const keys = Reflect.ownKeys(target);
      reads += keys.length;
      return keys;
    },
    getOwnPropertyDescriptor(target, key) {
      reads++;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  };
  use(watch(value));
  return reads;
}
