import type { InputTokenCountParams } from "../../generated/types.js";
import { type Client, type ClientOptions, createClient } from "../client/index.js";
import { createLocalCounter, type LocalTokenCount } from "../local/index.js";
import { explainOptions, UsageError } from "./command.js";
import type { Terminal } from "./terminal.js";

/** The environment variables that hold the provider's key, and the server to ask in its place. */
export const KEY_VARIABLE = "OPENAI_API_KEY";
const URL_VARIABLE = "OPENAI_BASE_URL";
/** Hosts of the provider's own: the common one, and those of its regions. */
const PROVIDER = /^([\w-]+\.)?api\.openai\.com$/;
/** A shorter key is no secret (servers for testing take any word), and its letters may stand anywhere. */
const SHORTEST_SECRET = 8;

/** What a counter of either kind answers: the local one with all that it knows. */
export type TokenCount = Pick<LocalTokenCount, "input_tokens"> &
  Partial<Pick<LocalTokenCount, "range" | "parts" | "left_out">>;

/** Counts bodies, here or at the provider. */
export interface CommandCounter {
  /** Whether its counts are estimates, made here. */
  estimates: boolean;
  /** Who counts, as a sentence. */
  source: string;
  count(body: InputTokenCountParams): Promise<TokenCount>;
  /** Who else counts each body, to compare with. */
  other?: { name: string; count: (body: InputTokenCountParams) => Promise<TokenCount> } | undefined;
  /** A text without the key, should an answer have repeated it. */
  redact(text: string): string;
}

/** What decides who counts. */
export interface CounterOptions {
  /** Here, whatever else there is. */
  local?: boolean | undefined;
  /** A server to ask. */
  baseUrl?: string | undefined;
  /** Here, for only the local counter tells the parts. */
  parts?: boolean | undefined;
  /** Here and at the server. */
  compare?: boolean | undefined;
}

/**
 * Chooses who counts: the provider if there is a key or a server is named, else the local counter.
 * @throws {UsageError} when the options contradict each other or the URL is none
 */
export function chooseCounter(options: CounterOptions, env: Terminal["env"]): CommandCounter {
  const { local, baseUrl, parts, compare } = options;
  if (local && baseUrl !== undefined) throw new UsageError("--local and --base-url exclude each other.");
  if (local && compare) throw new UsageError("--local and --compare exclude each other.");
  if (parts && baseUrl !== undefined && !compare)
    throw new UsageError("--parts are counted here; add --compare to ask the server too.");
  const key = env[KEY_VARIABLE]?.trim() ?? "";
  const isAsked = key !== "" || baseUrl !== undefined;
  if (compare && !isAsked)
    throw new UsageError(`--compare asks a server: set ${KEY_VARIABLE} or name one with --base-url.`);
  const server = isAsked && (compare || !(local || parts)) ? askServer(key, baseUrl, env) : undefined;
  if (server && !compare) return server;
  const why = isAsked ? "" : `, as ${KEY_VARIABLE} is not set`;
  return {
    estimates: true,
    source: `Counted here${why}: every count is an estimate.`,
    count: createLocalCounter().count,
    other: server && { name: server.name, count: server.count },
    redact: server ? server.redact : (text) => text,
  };
}

function askServer(
  key: string,
  baseUrl: string | undefined,
  env: Terminal["env"],
): CommandCounter & { name: string } {
  const url = baseUrl ?? (env[URL_VARIABLE]?.trim() || undefined);
  // The body has been checked already. A server that was named need not want a key.
  const client = makeClient({ apiKey: key || null, baseUrl: url, validateRequest: false });
  const name = describeServer(url);
  return {
    name,
    estimates: false,
    source: `Counted by ${name}.`,
    count: (body) => client.count(body),
    redact: (text) => (key.length < SHORTEST_SECRET ? text : text.replaceAll(key, "(key)")),
  };
}

/** The provider only where it is asked itself; of another server its origin, for the rest may hold a secret. */
function describeServer(url: string | undefined): string {
  if (url === undefined) return "the provider";
  const { hostname, origin } = new URL(url);
  return PROVIDER.test(hostname) ? "the provider" : origin;
}

/**
 * Makes a client; a base URL that is none, from an option or from OPENAI_BASE_URL, is a matter of usage.
 * @throws {UsageError} when the client cannot work with its options
 */
export function makeClient(options: ClientOptions): Client {
  return explainOptions(() => createClient(options));
}
