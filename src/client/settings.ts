import type { ValidateOptions } from "../validate/index.js";
import { checkBaseUrl, checkBytes, checkDelay, checkRetries, checkTimeout } from "./check-options.js";
import { ConfigurationError } from "./errors/configuration-error.js";
import type { ClientOptions, FetchFunction, HeadersOption, KeySource } from "./options.js";

/** The options of a client with environment and defaults filled in, and checked. */
export interface Settings {
  /** Null to send no key, undefined when there is none to send. */
  apiKey: KeySource | null | undefined;
  /** Without a slash at its end. */
  baseUrl: string;
  /** All that every request carries, save the key and what belongs to it. */
  headers: Headers;
  /** Organization and project of the environment: they go with the client's own key only. */
  keyHeaders: Headers;
  /** The longest answer, in bytes. */
  maxResponseBytes: number;
  fetch: FetchFunction;
  /** Milliseconds a try. */
  timeout: number;
  /** Undefined where nobody has said. */
  maxRetries: number | undefined;
  /** Milliseconds. */
  maxRetryDelay: number;
  /** False to send bodies unseen. */
  requestChecks: ValidateOptions | false;
  /** False to take any JSON for an answer. */
  checksResponse: boolean;
}

const defaultBaseUrl = "https://api.openai.com/v1";

// Looked up at each call, so that what patches the global later (tracing, tests) is not passed over.
const globalFetch: FetchFunction = (request) => globalThis.fetch(request);

/**
 * Fills in what the options leave open, from the environment and the defaults.
 * @throws {ConfigurationError} when an option or a variable makes no sense.
 */
export function resolveSettings(options: ClientOptions): Settings {
  const { validateRequest = true, validateResponse = true } = options;
  return {
    apiKey: options.apiKey === undefined ? readEnvironment("OPENAI_API_KEY") : options.apiKey,
    baseUrl: resolveBaseUrl(options.baseUrl),
    headers: resolveHeaders(options),
    keyHeaders: resolveKeyHeaders(options),
    maxResponseBytes: checkBytes("maxResponseBytes", options.maxResponseBytes ?? 1_048_576),
    fetch: options.fetch ?? globalFetch,
    timeout: checkTimeout("timeout", options.timeout ?? 60_000),
    maxRetries: options.maxRetries === undefined ? undefined : checkRetries("maxRetries", options.maxRetries),
    maxRetryDelay: checkDelay("maxRetryDelay", options.maxRetryDelay ?? 60_000),
    requestChecks: validateRequest === true ? {} : validateRequest,
    checksResponse: validateResponse,
  };
}

function resolveBaseUrl(given: string | undefined): string {
  if (given !== undefined) return checkBaseUrl("baseUrl", given);
  return checkBaseUrl("OPENAI_BASE_URL", readEnvironment("OPENAI_BASE_URL") ?? defaultBaseUrl);
}

function resolveHeaders({ organization, project, headers = {} }: ClientOptions): Headers {
  const resolved = new Headers({ accept: "application/json" });
  if (organization) addHeaders(resolved, { "openai-organization": organization }, "organization");
  if (project) addHeaders(resolved, { "openai-project": project }, "project");
  return addHeaders(resolved, headers, "headers");
}

function resolveKeyHeaders({ apiKey, organization, project }: ClientOptions): Headers {
  const resolved = new Headers();
  if (apiKey === null) return resolved;
  const variables = { organization: "OPENAI_ORG_ID", project: "OPENAI_PROJECT_ID" };
  if (organization === undefined) {
    const value = readEnvironment(variables.organization);
    addHeaders(resolved, { "openai-organization": value }, variables.organization);
  }
  if (project === undefined) {
    const value = readEnvironment(variables.project);
    addHeaders(resolved, { "openai-project": value }, variables.project);
  }
  return resolved;
}

/**
 * Adds headers to others, over those of the same name; leaves out those that are undefined.
 * @param option The option they come from, for the error.
 * @throws {ConfigurationError} when a name or value may not stand in an HTTP header.
 */
export function addHeaders(headers: Headers, added: HeadersOption, option: string): Headers {
  // Not `instanceof Headers`: there are other implementations, and other realms.
  const entries = isIterable(added) ? [...added] : Object.entries(added);
  for (const [name, value] of entries) {
    if (value === undefined) continue;
    try {
      headers.set(name, value);
    } catch {
      // Without the cause and the value: it may be a secret.
      const place = `${option} (${name.slice(0, 64)})`;
      throw new ConfigurationError(
        option,
        `Invalid ${place}: it has characters that no HTTP header may have.`,
      );
    }
  }
  return headers;
}

function isIterable(headers: HeadersOption): headers is Headers | [string, string][] {
  return Symbol.iterator in headers;
}

/**
 * Reads an environment variable where the runtime has them: Workers and browsers have no `process`, and Deno
 * throws when it may not look.
 * @returns The trimmed value; undefined if the variable is not set, blank or out of reach.
 */
function readEnvironment(name: string): string | undefined {
  try {
    const value = globalThis.process?.env?.[name]?.trim();
    return value === "" ? undefined : value;
  } catch {
    return undefined;
  }
}
