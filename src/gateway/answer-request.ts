import { ResponseValidationError } from "../client/errors/index.js";
import { addHeaders } from "../client/settings.js";
import { validateResponse } from "../validate/index.js";
import { type Answer, makeAnswer, refuse } from "./answer.js";
import { answerError } from "./answer-error.js";
import { allowOrigin, answerPreflight } from "./cors.js";
import { type Decision, decideRequest } from "./decide.js";
import type { GatewayRequest } from "./gateway-request.js";
import { finishRefusal, tell } from "./hooks.js";
import { keepHeaders } from "./keep-headers.js";
import type { Settings } from "./settings.js";
import type { CountContext } from "./types.js";

const COUNT_PATH = /\/responses\/input_tokens\/?$/;

/** Tells whether a path without query, such as `/v1/responses/input_tokens`, is the count endpoint. */
export function isCountPath(path: string): boolean {
  return COUNT_PATH.test(path);
}

/** Answers a request at the count endpoint, and 404 at any other path. */
export async function routeRequest<Native>(
  request: GatewayRequest<Native>,
  settings: Settings<Native>,
): Promise<Answer> {
  if (isCountPath(request.path)) return answerRequest(request, settings);
  request.discard();
  const answer = refuse(404, "Unknown path: only POST …/responses/input_tokens is served here.");
  return allowOrigin(finishRefusal(answer, request, settings), request, settings.cors);
}

/** Checks, counts and answers a request of any server, whatever its path. Errors become answers. */
export async function answerRequest<Native>(
  request: GatewayRequest<Native>,
  settings: Settings<Native>,
): Promise<Answer> {
  const start = performance.now();
  const answer = answerPreflight(request, settings.cors) ?? (await countRequest(request, settings));
  const finished = finishRefusal(answer, request, settings);
  const { status, headers } = finished;
  const facts = { ms: performance.now() - start, requestId: headers["x-request-id"] ?? null };
  tell(settings.onAnswer, { status, input_tokens: answer.tokens ?? null, ...facts }, request);
  return allowOrigin(finished, request, settings.cors);
}

async function countRequest<Native>(
  request: GatewayRequest<Native>,
  settings: Settings<Native>,
): Promise<Answer> {
  // An error before the count is ours, not upstream's.
  let unknownStatus: 500 | 502 = 500;
  let signal: AbortSignal | undefined;
  try {
    const decision = await decideRequest(request, settings);
    if (!decision.ok) return decision.answer;
    signal = request.signal;
    const context = await makeContext(decision, request, signal, settings);
    unknownStatus = 502;
    return await callCount(decision.body, context, settings);
  } catch (error) {
    // Nobody reads this answer; 499 is how logs name a caller that has gone.
    if (signal?.aborted) return refuse(499, "The request was aborted.");
    const answer = answerError(error, unknownStatus, settings.answerHeaders);
    if (answer.status >= 500) tell(settings.onError, error, request);
    return answer;
  }
}

async function makeContext<Native>(
  { raw }: Extract<Decision, { ok: true }>,
  request: GatewayRequest<Native>,
  signal: AbortSignal,
  settings: Settings<Native>,
): Promise<CountContext<Native>> {
  const headers = new Headers();
  for (const name of settings.forwardHeaders) {
    const value = request.header(name);
    if (value !== null) headers.set(name, value);
  }
  if (settings.headers) addHeaders(headers, (await settings.headers(request)) ?? {}, "headers");
  const rawBody = settings.forwardBody === "received" ? raw : undefined;
  const forwarded = { rawBody, shareKey: settings.shareKey };
  return { signal, headers: Object.fromEntries(headers), forwarded, request };
}

/**
 * Counts a checked body and answers with the count.
 * @throws whatever the counter throws
 * @throws {ResponseValidationError} when it answers with something else
 */
async function callCount<Native>(
  body: Extract<Decision, { ok: true }>["body"],
  context: CountContext<Native>,
  { count, answerHeaders }: Settings<Native>,
): Promise<Answer> {
  const { data, requestId, headers } = count.withResponse
    ? await count.withResponse(body, context)
    : { data: await count(body, context), requestId: null, headers: undefined };
  const verdict = validateResponse(data);
  if (!verdict.ok) throw new ResponseValidationError(200, new Headers(headers), verdict.issues);
  const kept = headers ? keepHeaders(headers, answerHeaders) : {};
  if (requestId !== null) kept["x-request-id"] = requestId;
  return { ...makeAnswer(200, data, kept), tokens: verdict.value.input_tokens };
}
