/** What `collect` throws where nothing is left to read. */
export const BODY_WAS_READ =
  "The body of this request has already been read, and what it held was not handed on; use checkBody.";

/** What the gateway needs of a request, whichever server it came through. */
export interface GatewayRequest {
  /** The HTTP method in capitals. */
  readonly method: string;
  /** Aborts when the caller goes away. */
  readonly signal: AbortSignal;
  /** The body that a parser before the gateway has made of the stream; undefined when none ran. */
  readonly parsedBody?: unknown;
  /** The value of a header, or null. */
  header(name: string): string | null;
  /**
   * Hands over the body piece by piece, never at once; resolves at its end, rejects when it is cut off.
   * @throws {TypeError} at once when somebody has read the body already
   */
  collect(onChunk: (chunk: Uint8Array) => void): Promise<void>;
  /** Says that the rest of the body is not wanted; the answer can still be sent. */
  discard(): void;
}
