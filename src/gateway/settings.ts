import { checkBytes, describe, fail } from "../client/check-options.js";
import { longestTimer } from "../client/abort.js";
import type { CheckOptions, Counter, CountFunction, GatewayOptions } from "./types.js";

/** The options of a check, checked and with their defaults. */
export type CheckSettings<Native> = CheckOptions<Native> &
  Required<Pick<CheckOptions<Native>, "validate" | "maxBodyBytes" | "bodyTimeoutMs">>;

/** The options of a gateway, checked and with their defaults. */
export type Settings<Native> = CheckSettings<Native> &
  GatewayOptions<Native> &
  Required<Pick<GatewayOptions<Native>, "shareKey" | "forwardBody" | "forwardHeaders" | "answerHeaders">> & {
    count: CountFunction<Native>;
  };

/**
 * Checks the options of a gateway and fills in the defaults.
 * @throws {ConfigurationError} when an option makes no sense
 */
export function resolveOptions<Native>(options: GatewayOptions<Native>): Settings<Native> {
  if (typeof options !== "object" || options === null) fail("options", "an object", describe(options));
  return {
    ...options,
    ...resolveCheckOptions(options),
    count: resolveCount(options.count),
    shareKey: checkChoice("shareKey", options.shareKey ?? false, [true, false]),
    forwardBody: checkChoice("forwardBody", options.forwardBody ?? "received", ["received", "parsed"]),
    forwardHeaders: checkNames(
      "forwardHeaders",
      options.forwardHeaders ?? ["authorization", "openai-organization", "openai-project"],
    ),
    answerHeaders: checkNames("answerHeaders", options.answerHeaders ?? []),
    ...checkFunctions(options, ["headers", "onAnswer"]),
    ...(options.cors === undefined ? {} : { cors: checkOrigins(options.cors) }),
  };
}

/**
 * Checks the options of a check and fills in the defaults.
 * @throws {ConfigurationError} when an option makes no sense
 */
export function resolveCheckOptions<Native>(options: CheckOptions<Native>): CheckSettings<Native> {
  const { validate = true, maxBodyBytes = 67_108_864, bodyTimeoutMs = 30_000 } = options;
  const kinds = ["boolean", "function", "object"];
  if (!kinds.includes(typeof validate) || validate === null)
    fail("validate", "a boolean, options of validateRequest or a function", describe(validate));
  return {
    ...checkFunctions(options, ["onRefuse", "mapError", "onError"]),
    validate,
    maxBodyBytes: checkBytes("maxBodyBytes", maxBodyBytes),
    bodyTimeoutMs: checkBodyTimeout(bodyTimeoutMs),
  };
}

function checkBodyTimeout(value: unknown): number {
  if (typeof value === "number" && value > 0 && value <= longestTimer) return value;
  return fail("bodyTimeoutMs", `a number of milliseconds from 1 to ${longestTimer}`, describe(value));
}

function resolveCount<Native>(given: CountFunction<Native> | Counter<Native>): CountFunction<Native> {
  if (typeof given === "function") return given;
  if (typeof given !== "object" || given === null || typeof given.count !== "function")
    return fail("count", "a client, a counter or a function", describe(given));
  // Its own `this`, for counters that are classes.
  return given.count.withResponse ? given.count : (body, context) => given.count(body, context);
}

function checkChoice<T>(option: string, value: T, choices: readonly T[]): T {
  if (choices.includes(value)) return value;
  return fail(option, choices.map((choice) => JSON.stringify(choice)).join(" or "), describe(value));
}

function checkFunctions<Options extends object, Name extends keyof Options & string>(
  options: Options,
  names: readonly Name[],
): Pick<Options, Name> {
  const checked: Partial<Options> = {};
  for (const name of names) {
    const value = options[name];
    if (value === undefined) continue;
    if (typeof value !== "function") fail(name, "a function", describe(value));
    checked[name] = value;
  }
  // Each name of it is there or was optional.
  return checked as Pick<Options, Name>;
}

/** Headers that speak of one connection or of the bytes of one message. */
const ownHeaders =
  /^(connection|host|keep-alive|te|trailer|upgrade|expect|transfer-encoding|proxy-.*|content-.*|set-cookie)$/i;

function checkNames(option: string, names: readonly string[]): readonly string[] {
  const expected = "an array of names of headers that may pass";
  if (!Array.isArray(names)) return fail(option, expected, describe(names));
  return names.map((name: unknown) => {
    if (typeof name !== "string") return fail(option, expected, describe(name));
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return fail(option, expected, "a string that is no such name");
    return ownHeaders.test(name) ? fail(option, expected, name) : name.toLowerCase();
  });
}

function checkOrigins(origins: "*" | readonly string[]): "*" | readonly string[] {
  const expected = '"*" or an array of origins such as https://app.example.com';
  if (origins === "*") return origins;
  if (!Array.isArray(origins)) return fail("cors", expected, describe(origins));
  for (const origin of origins as unknown[]) {
    if (typeof origin !== "string" || !/^[a-z][a-z0-9+.-]*:\/\/[^/?#@\s]+$/i.test(origin))
      fail("cors", expected, typeof origin === "string" ? "a string that is no origin" : describe(origin));
  }
  return origins as readonly string[];
}
