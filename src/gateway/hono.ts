import type { Context, MiddlewareHandler } from "hono";
import type { InputTokenCountParams } from "../../generated/types.js";
import { toResponse } from "./answer.js";
import { answerRequest, isCountPath } from "./answer-request.js";
import { decideRequest } from "./decide.js";
import { FetchRequest } from "./fetch-request.js";
import type { EarlierBody } from "./gateway-request.js";
import { finishRefusal } from "./hooks.js";
import { resolveCheckOptions, resolveOptions } from "./settings.js";
import type { CheckOptions, GatewayOptions } from "./types.js";

/** The body that a guarded Hono route gets by `c.req.valid("json")`. */
export interface GuardedInput {
  in: { json: InputTokenCountParams | undefined };
  out: { json: InputTokenCountParams | undefined };
}

/**
 * Makes Hono middleware that checks, counts and answers at `…/responses/input_tokens` and lets all else pass.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * // The caller's key goes upstream, and no other.
 * app.use(answerInputTokens({ count: createClient({ apiKey: null }) }));
 */
export function answerInputTokens(options: GatewayOptions<Context>): MiddlewareHandler {
  const settings = resolveOptions(options);
  return async (context, next) => {
    if (!isCountPath(context.req.path)) return next();
    const request = new FetchRequest(context.req.raw, context, await readCachedBody(context));
    return toResponse(await answerRequest(request, settings));
  };
}

/**
 * Makes Hono middleware that answers a bad request and lets a good one pass, its body as `c.req.valid("json")`;
 * `c.req.json()` and the like still work. Mount it on the route: it does not look at the path.
 *
 * @throws {ConfigurationError} when an option makes no sense
 * @example
 * app.post("/v1/responses/input_tokens", guardInputTokens(), async (c) =>
 *   c.json(await client.count(c.req.valid("json"))),
 * );
 */
export function guardInputTokens<Path extends string = string>(
  options: CheckOptions<Context> = {},
): MiddlewareHandler<object, Path, GuardedInput> {
  const settings = resolveCheckOptions(options);
  return async (context, next) => {
    const { req } = context;
    const earlier = await readCachedBody(context);
    const request = new FetchRequest<Context>(req.raw, context, earlier);
    const decision = await decideRequest(request, settings);
    if (!decision.ok) return toResponse(finishRefusal(decision.answer, request, settings));
    if (!earlier && decision.raw instanceof Uint8Array) cacheBody(context, decision.raw);
    if (decision.body) req.addValidatedData("json", decision.body);
    return next();
  };
}

/** The text of a body that a reader before has left in Hono's cache; undefined where there is none. */
async function readCachedBody({ req }: Context): Promise<EarlierBody | undefined> {
  if (Object.keys(req.bodyCache).length === 0) return undefined;
  const text = await req.text().catch(() => undefined); // that reader failed, too
  return text === undefined ? undefined : { text };
}

/** Puts what has been read here where Hono's readers look first. */
function cacheBody({ req }: Context, bytes: Uint8Array): void {
  // Hono keeps promises there, though its types say otherwise.
  const cache = req.bodyCache as object as { arrayBuffer?: Promise<ArrayBufferLike> };
  cache.arrayBuffer = Promise.resolve(bytes.slice().buffer);
}
