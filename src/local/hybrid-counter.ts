import type { InputTokenCountParams, InputTokenCountResponse } from "../../generated/types.js";
import type { DeepReadonly } from "../deep-readonly.js";
import {
  isConnectionError,
  isInternalServerError,
  isRateLimitError,
  isTimeoutError,
} from "../client/errors/index.js";
import { MissingTokenizerError } from "./tokenizer.js";
import type { LocalCounter, LocalTokenCount, TokenRange } from "./types.js";

/** How one count runs; what a gateway hands on. */
export interface HybridCountOptions {
  /** Stops the count. */
  signal?: AbortSignal | undefined;
  /** Sent to the provider if it is asked, such as the caller's key. */
  headers?: Record<string, string> | undefined;
}

type Body = DeepReadonly<InputTokenCountParams> | undefined;

/** Something that asks the provider, such as a client of `createClient`. */
export interface AskingCounter {
  count: {
    (body: Body, options: HybridCountOptions): Promise<InputTokenCountResponse>;
    withResponse?(
      body: Body,
      options: HybridCountOptions,
    ): Promise<{ data: InputTokenCountResponse; requestId: string | null; headers?: Headers }>;
  };
}

/** When a hybrid counter asks the provider. */
export interface HybridCounterOptions {
  /** Asks the provider. */
  client: AskingCounter;
  /** Counts offline. */
  local: LocalCounter;
  /**
   * A number of tokens, such as the model's context or a budget. Where the whole range of an offline count lies on
   * one side of it, the provider is not asked, as it could not change the decision.
   * @default none: only a count of which nothing is unknown is answered offline
   */
  limit?: number | undefined;
  /**
   * Whether to answer with the offline count where the provider is out of reach: no connection, no answer in time, a
   * rate limit, an error of its own (429, 5xx).
   * @default false
   */
  fallback?: boolean | undefined;
}

/** A count, and who made it. */
export interface HybridTokenCount
  extends InputTokenCountResponse, Partial<Omit<LocalTokenCount, "estimate">> {
  object: "response.input_tokens";
  input_tokens: number;
  /** Who counted. */
  counted_by: "provider" | "local";
  /** Whether the count was made offline, also where nothing was unknown. */
  estimate: boolean;
  /** In which the provider's count lies. */
  range: TokenRange;
}

/** A count with the provider's id of the request, null if it was not asked. */
export interface HybridResult {
  data: HybridTokenCount;
  requestId: string | null;
  /** Those of the provider's answer, such as the rate limits. */
  headers?: Headers;
}

/** Counts offline where that decides, else at the provider. It fits wherever a counter does, behind a gateway too. */
export interface HybridCounter {
  count: {
    /** Counts the input tokens of a request. Throws what the client throws, unless it may fall back. */
    (body?: Body, options?: HybridCountOptions): Promise<HybridTokenCount>;
    /** The same, with the provider's id of the request. */
    withResponse(body?: Body, options?: HybridCountOptions): Promise<HybridResult>;
  };
}

/**
 * Makes a counter that answers offline where the provider could say nothing else, or nothing that matters, and asks
 * the provider otherwise: a call takes it 0.4 to 3 s and a place in the rate limit.
 *
 * @example
 * const counter = createHybridCounter({ client: createClient(), local: createLocalCounter(), limit: 272_000 });
 * const { input_tokens, counted_by } = await counter.count(body);
 */
export function createHybridCounter(options: HybridCounterOptions): HybridCounter {
  const { client, local, limit, fallback = false } = options;

  async function withResponse(body?: Body, options: HybridCountOptions = {}): Promise<HybridResult> {
    const estimate = await countLocally(local, body, options);
    if (estimate && isDecided(estimate.range, limit)) return byLocal(estimate);
    try {
      return await ask(client, body, options);
    } catch (error) {
      if (estimate && fallback && isOutOfReach(error)) return byLocal(estimate);
      throw error;
    }
  }

  const count = async (body?: Body, options?: HybridCountOptions): Promise<HybridTokenCount> =>
    (await withResponse(body, options)).data;
  return { count: Object.assign(count, { withResponse }) };
}

/** The offline count; none where its tokenizer is not installed, as the provider can still be asked. */
async function countLocally(
  local: LocalCounter,
  body: Body,
  { signal }: HybridCountOptions,
): Promise<LocalTokenCount | undefined> {
  try {
    return await local.count(body, { signal });
  } catch (error) {
    if (error instanceof MissingTokenizerError) return undefined;
    throw error;
  }
}

function isDecided([low, high]: TokenRange, limit: number | undefined): boolean {
  if (low === high) return true;
  return limit !== undefined && (low > limit || (high !== null && high <= limit));
}

async function ask(client: AskingCounter, body: Body, options: HybridCountOptions): Promise<HybridResult> {
  const { data, ...facts } = client.count.withResponse
    ? await client.count.withResponse(body, options)
    : { data: await client.count(body, options), requestId: null };
  const { input_tokens: tokens } = data;
  return { data: { ...data, counted_by: "provider", estimate: false, range: [tokens, tokens] }, ...facts };
}

function byLocal(estimate: LocalTokenCount): HybridResult {
  return { data: { ...estimate, counted_by: "local" }, requestId: null };
}

function isOutOfReach(error: unknown): boolean {
  return [isConnectionError, isTimeoutError, isRateLimitError, isInternalServerError].some((is) => is(error));
}
