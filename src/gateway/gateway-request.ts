/** What `collect` throws where nothing is left to read. */
export const BODY_WAS_READ =
  "The body of this request has already been read, and what it held was not handed on; use checkBody.";

/**
 * A request as hooks and counters see it. Printed or written as JSON it shows no header, no key and no body: who
 * wants them asks.
 */
export interface CallerRequest<Native = unknown> {
  /** The HTTP method in capitals. */
  readonly method: string;
  /** The path, without the query. */
  readonly path: string;
  /** The request as the framework has it: Fetch's, node's, Express's or Fastify's request, or Hono's context. */
  readonly native: Native;
  /** The value of a header, or null. */
  header(name: string): string | null;
}

/** What a parser before the gateway has made of a body: still its text, or a value. */
export type EarlierBody = { text: string | Uint8Array } | { value: unknown };

/** What the gateway needs of a request, whichever server it came through. */
export interface GatewayRequest<Native = unknown> extends CallerRequest<Native> {
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
  /** What a parser before the gateway has made of the body; undefined when none ran. */
  readonly earlier: EarlierBody | undefined;
  /** Whether Authorization was sent more than once: which of them counts differs between servers. */
  readonly isAuthorizedTwice: boolean;
  /**
   * Hands over the body piece by piece, never at once; resolves at its end, rejects when it is cut off.
   * @throws {TypeError} at once when somebody has read the body already
   */
  collect(onChunk: (chunk: Uint8Array) => void): Promise<void>;
  /** Says that the rest of the body is not wanted; the answer can still be sent. */
  discard(): void;
}

/** The path of a request target, without query and fragment. */
export function readPath(target: string): string {
  return target.replace(/[?#].*$/s, "");
}
