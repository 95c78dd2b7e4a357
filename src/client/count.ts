import type { Client as FetchClient } from "openapi-fetch";
import type { InputTokenCountParams, InputTokenCountResponse, paths } from "../../generated/types.js";
import type { DeepReadonly } from "../deep-readonly.js";
import { validateRequest } from "../validate/index.js";
import { checkRetries, checkTimeout } from "./check-options.js";
import { errorFromResponse } from "./errors/from-response.js";
import { RequestValidationError } from "./errors/request-validation-error.js";
import { UserAbortError } from "./errors/user-abort-error.js";
import { addHeaders } from "./headers.js";
import type { CountOptions } from "./options.js";
import { readCount } from "./read-count.js";
import { readRequestId } from "./request-id.js";
import { createRetryingFetch } from "./retrying-fetch.js";
import { serializeBody } from "./serialize-body.js";
import type { Settings } from "./settings.js";

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
   * @param body The request; without it, an empty one. It is not changed.
   * @throws {RequestValidationError} when the body breaks the contract or JSON cannot carry it; nothing was sent.
   * @throws {MissingKeyError} when there is no key to send.
   * @throws {ConfigurationError} when an option makes no sense.
   * @throws {APIError} of the class named after its status when the provider answers with an error.
   * @throws {ResponseValidationError} when a successful answer is no token count.
   * @throws {TimeoutError} when the last try took too long.
   * @throws {ConnectionError} when the connection fails.
   * @throws {UserAbortError} when the signal aborts.
   */
  (body?: DeepReadonly<InputTokenCountParams>, options?: CountOptions): Promise<InputTokenCountResponse>;
  /** The same, with the request id, status and headers of the answer. Throws the same errors. */
  withResponse(body?: DeepReadonly<InputTokenCountParams>, options?: CountOptions): Promise<CountResult>;
}

/** Makes the `count` of a client. */
export function createCount(raw: FetchClient<paths>, settings: Settings): Count {
  async function withResponse(
    body: DeepReadonly<InputTokenCountParams> = {},
    options: CountOptions = {},
  ): Promise<CountResult> {
    const { signal, timeout, maxRetries, headers = {} } = options;
    const callSettings = {
      ...settings,
      signal,
      timeout: checkTimeout("timeout", timeout ?? settings.timeout),
      maxRetries: checkRetries("maxRetries", maxRetries ?? settings.maxRetries),
    };
    const callHeaders = addHeaders(new Headers(), headers, "headers");
    if (signal?.aborted) throw new UserAbortError(signal.reason);
    const text = prepareBody(body, settings);
    const { data, error, response } = await raw.POST("/responses/input_tokens", {
      // Sent as text: openapi-fetch only looks whether there is one.
      body: body as InputTokenCountParams,
      bodySerializer: () => text,
      parseAs: "text",
      headers: callHeaders,
      fetch: createRetryingFetch(callSettings),
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
    body?: DeepReadonly<InputTokenCountParams>,
    options?: CountOptions,
  ): Promise<InputTokenCountResponse> => (await withResponse(body, options)).data;
  return Object.assign(count, { withResponse });
}

function prepareBody(body: DeepReadonly<InputTokenCountParams>, { requestChecks }: Settings): string {
  if (requestChecks !== false) {
    const validation = validateRequest(body, requestChecks);
    if (!validation.ok) throw new RequestValidationError(validation.issues);
  }
  return serializeBody(body);
}
