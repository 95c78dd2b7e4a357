import type { InputTokenCountParams } from "../../generated/types.js";
import { type Client, type ClientOptions, ConfigurationError, createClient } from "../client/index.js";
import { createLocalCounter, type LeftOut } from "../local/index.js";
import { UsageError } from "./command.js";

/** The environment variable that holds the provider's key. */
export const KEY_VARIABLE = "OPENAI_API_KEY";

/** What a counter of either kind answers. */
export interface TokenCount {
  input_tokens: number;
  left_out?: LeftOut[];
}

/** Counts bodies, here or at the provider. */
export interface CommandCounter {
  /** Whether its counts are estimates, made here. */
  estimates: boolean;
  /** What stands before the first count. */
  intro: string;
  count(body: InputTokenCountParams): Promise<TokenCount>;
  /** A text without the key, should an answer have repeated it. */
  redact(text: string): string;
}

/**
 * Chooses who counts: the provider if there is a key or a server is named, else the local counter.
 * @throws {UsageError} when the options contradict each other or the URL is none
 */
export function chooseCounter(
  { local, baseUrl }: { local?: boolean | undefined; baseUrl?: string | undefined },
  env: Readonly<Record<string, string | undefined>>,
): CommandCounter {
  if (local && baseUrl !== undefined) throw new UsageError("--local and --base-url exclude each other.");
  const key = env[KEY_VARIABLE]?.trim();
  if (local || (!key && baseUrl === undefined)) {
    const { count } = createLocalCounter();
    const why = local ? "Counted here" : `Counted here, as ${KEY_VARIABLE} is not set`;
    return { estimates: true, intro: `${why}: every count is an estimate.`, count, redact: (text) => text };
  }
  // The body has been checked already. A server that was named need not want a key.
  const client = makeClient({ apiKey: key || null, baseUrl, validateRequest: false });
  return {
    estimates: false,
    intro: "Counted by the provider.",
    count: (body) => client.count(body),
    redact: (text) => (key ? text.replaceAll(key, "(key)") : text),
  };
}

/**
 * Makes a client; a base URL that is none, from an option or from OPENAI_BASE_URL, is a matter of usage.
 * @throws {UsageError} when the client cannot work with its options
 */
export function makeClient(options: ClientOptions): Client {
  try {
    return createClient(options);
  } catch (error) {
    throw error instanceof ConfigurationError ? new UsageError(error.message) : error;
  }
}
