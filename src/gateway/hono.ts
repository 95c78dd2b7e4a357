import type { Context, MiddlewareHandler } from "hono";
import type { InputTokenCountParams } from "../../generated/types.js";
import { toResponse } from "./answer.js";
import { answerRequest } from "./answer-request.js";
import { decideRequest } from "./decide.js";
import { FetchRequest } from "./fetch-request.js";
import { isCountPath } from "./answer-request.js";
import type { CheckOptions, GatewayOptions } from "./types.js";

/** The body that a guarded Hono route gets by `c.req.valid("json")`. */
export interface GuardedInput {
  in: { json: InputTokenCountParams | undefined };
  out: { json: InputTokenCountParams | undefined };
}

/**
 * Makes Hono middleware that checks, counts and answers at `…/responses/input_tokens` and lets all else pass.
 *
 * @example
 * app.use(answerInputTokens({ count: createClient() }));
 */
export function answerInputTokens(options: GatewayOptions): MiddlewareHandler {
  return async (context, next) => {
    if (!isCountPath(context.req.path)) return next();
    const request = new FetchRequest(context.req.raw, await readCachedBody(context));
    return toResponse(await answerRequest(request, options));
  };
}

/**
 * Makes Hono middleware that answers a bad request and lets a good one pass, its body as `c.req.valid("json")`;
 * `c.req.json()` and the like still work. Mount it on the route: it does not look at the path.
 *
 * @example
 * app.post("/v1/responses/input_tokens", guardInputTokens(), (c) => forward(c.req.valid("json")));
 */
export function guardInputTokens<Path extends string = string>(
  options: CheckOptions = {},
): MiddlewareHandler<object, Path, GuardedInput> {
  return async (context, next) => {
    const { req } = context;
    const parsedBody = await readCachedBody(context);
    // Hono keeps a body that it has read itself; one without a length is read in a copy, where it can be cut off.
    const source =
      parsedBody === undefined && !req.raw.headers.has("content-length") ? req.raw.clone() : req.raw;
    const request = new FetchRequest(source, parsedBody, source === req.raw ? req : source);
    const decision = await decideRequest(request, options);
    if (decision.ok) {
      if (decision.body) req.addValidatedData("json", decision.body);
      return next();
    }
    if (source !== req.raw) req.raw.body?.cancel().catch(() => undefined);
    return toResponse(decision.answer);
  };
}

/** The text of a body that a reader before has left in Hono's cache; undefined where nobody has read it. */
async function readCachedBody({ req }: Context): Promise<string | undefined> {
  return Object.keys(req.bodyCache).length > 0 ? req.text() : undefined;
}
