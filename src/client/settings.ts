import type { ValidateOptions } from "../validate/index.js";
import { checkBaseUrl, checkDelay, checkRetries, checkTimeout } from "./check-options.js";
import { readEnvironment } from "./environment.js";
import { addHeaders } from "./headers.js";
import type { ClientOptions, FetchFunction, KeySource } from "./options.js";

/** The options of a client with environment and defaults filled in, and checked. */
export interface Settings {
  /** Null to send no key, undefined when there is none to send. */
  apiKey: KeySource | null | undefined;
  /** Without a slash at its end. */
  baseUrl: string;
  /** All that every request carries, save the key. */
  headers: Headers;
  fetch: FetchFunction;
  /** Milliseconds a try. */
  timeout: number;
  maxRetries: number;
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
    fetch: options.fetch ?? globalFetch,
    timeout: checkTimeout("timeout", options.timeout ?? 60_000),
    maxRetries: checkRetries("maxRetries", options.maxRetries ?? 2),
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
  if (organization === undefined) organization = readEnvironment("OPENAI_ORG_ID");
  if (organization) addHeaders(resolved, { "openai-organization": organization }, "organization");
  if (project === undefined) project = readEnvironment("OPENAI_PROJECT_ID");
  if (project) addHeaders(resolved, { "openai-project": project }, "project");
  return addHeaders(resolved, headers, "headers");
}
