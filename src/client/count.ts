import type { Client as FetchClient } from "openapi-fetch";
import type { InputTokenCountParams, InputTokenCountResponse, paths } from "../../generated/types.js";
import { withholdKey } from "./authorize.js";
import type { DeepReadonly } from "../deep-readonly.js";
import type { CreateParams } from "../validate/index.js";
import { checkRetries, checkTimeout } from "./check-options.js";
import { errorFromResponse } from "./errors/status-errors.js";
import { UserAbortError } from "./errors/user-abort-error.js";
import { addHeaders } from "./settings.js";
import type { CountOptions } from "./options.js";
import { readCount } from "./read-count.js";
import { readRequestId } from "./answer-facts.js";
import { createRetryingFetch } from "./retrying-fetch.js";
import type { Settings } from "./settings.js";
import { writeBody, writeForwarded } from "./write-body.js";

/** A token count with what came along with it. */
export interface CountResult {
  /** The token count, as `count` gives it. */
  data: InputTokenCountResponse;
  /** The provider's id of the request (`x-request-id`), for support; null if it sent none. */
  requestId: string | null;
  /** The HTTP status of the answer. */
  status: number;
  /** The headers of the answer, such as the rate limits. */
  headers: Headers;
}

/** Asks the provider how many input tokens a request would cost. */
export interface Count {
  /**
   * Asks the provider how many input tokens a request would cost.
   * @param body The request; without it, an empty one. It may be one for an answer (`responses.create`): what only
   *   generation takes, such as `stream`, is left out. It is not changed.
   * @throws {RequestValidationError} when the body breaks the contract or JSON cannot carry it; nothing was sent.
   * @throws {MissingKeyError} when there is no key to send.
   * @throws {ConfigurationError} when an option makes no sense.
   * @throws {APIError} of the class named after its status when the provider answers with an error.
   * @throws {RedirectError} when the answer points to another origin; nothing is sent there.
   * @throws {ResponseValidationError} when a successful answer is no token count, or any is too large or too deep.
   * @throws {TimeoutError} when the last try took too long.
   * @throws {ConnectionError} when the connection fails.
   * @throws {UserAbortError} when the signal aborts.
   */
  (body?: DeepReadonly<CreateParams>, options?: CountOptions): Promise<InputTokenCountResponse>;
  /** The same, with the request id, status and headers of the answer. Throws the same errors. */
  withResponse(body?: DeepReadonly<CreateParams>, options?: CountOptions): Promise<CountResult>;
}

/** Makes the `count` of a client. */
export function createCount(raw: FetchClient<paths>, settings: Settings): Count {
  async function withResponse(
    body: DeepReadonly<CreateParams> = {},
    options: CountOptions = {},
  ): Promise<CountResult> {
    const call = resolveCall(options, settings);
    if (call.signal?.aborted) throw new UserAbortError(call.signal.reason);
    const { forwarded } = options;
    const sent = forwarded
      ? (forwarded.rawBody ?? writeForwarded(body))
      : writeBody(body, settings.requestChecks);
    const { data, error, response } = await raw.POST("/responses/input_tokens", {
      // Sent as text: openapi-fetch only looks whether there is one.
      body: body as InputTokenCountParams,
      bodySerializer: () => (sent.length > 0 ? sent : undefined),
      parseAs: "text",
      headers: call.headers,
      fetch: createRetryingFetch({ ...call, headers: settings.headers }),
    });
    if (!response.ok) throw errorFromResponse(response, error);
    return {
      data: readCount(response, data, settings.checksResponse),
      requestId: readRequestId(response.headers),
      status: response.status,
      headers: response.headers,
    };
  }
  const count = async (
    body?: DeepReadonly<CreateParams>,
    options?: CountOptions,
  ): Promise<InputTokenCountResponse> => (await withResponse(body, options)).data;
  return Object.assign(count, { withResponse });
}

/** The settings of one call. Its headers are those that come upon the client's; null takes one away. */
type Call = Omit<Settings, "headers"> & {
  signal: AbortSignal | undefined;
  headers: Record<string, string | null>;
};

function resolveCall(
  { signal, timeout, maxRetries, headers = {}, forwarded }: CountOptions,
  settings: Settings,
): Call {
  const retries = maxRetries ?? settings.maxRetries ?? (forwarded ? 0 : undefined);
  const added = addHeaders(new Headers(), headers, "headers");
  return {
    ...settings,
    signal,
    timeout: checkTimeout("timeout", timeout ?? settings.timeout),
    maxRetries: retries === undefined ? undefined : checkRetries("maxRetries", retries),
    ...(forwarded?.shareKey === false
      ? withholdKey(added, settings)
      : { headers: Object.fromEntries(added) }),
  };
}
