import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { GatewayOptions } from "../gateway/types.js";
import type { Access, ServeLog } from "./report/serve-log.js";

/** Where it is asked whether the server is there. */
export const HEALTH_PATH = "/health";
/** Characters of a path that an access line shows. */
const MAX_PATH = 100;
/** The status by which logs tell of a caller who went before the answer. */
const CALLER_GONE = 499;

/** What the gateway told of a request that is under way. */
export type Facts = WeakMap<IncomingMessage, Partial<Access>>;

/** Hooks of the gateway that keep what the line of an answer tells. */
export function collectFacts(facts: Facts): Pick<GatewayOptions<IncomingMessage>, "onRefuse" | "onAnswer"> {
  return {
    onRefuse: ([issue], { native }) => {
      if (issue) facts.set(native, { issue: { code: issue.code, param: issue.param } });
    },
    onAnswer: ({ input_tokens, requestId }, { native }) => {
      facts.set(native, {
        ...(input_tokens !== null && { input_tokens }),
        ...(requestId !== null && { request_id: requestId }),
        ...facts.get(native),
      });
    },
  };
}

/** Answers the question whether the server is there, and tells the log of every answer. */
export function watchAnswers(listener: RequestListener, log: ServeLog, facts: Facts): RequestListener {
  return (incoming, outgoing) => {
    const started = performance.now();
    // Without the query, in which some clients send a key.
    const path = (incoming.url ?? "").replace(/[?#].*$/s, "").slice(0, MAX_PATH);
    const method = incoming.method ?? "";
    outgoing.once("close", () => {
      const status = outgoing.writableFinished ? outgoing.statusCode : CALLER_GONE;
      const ms = Math.round(performance.now() - started);
      log.answer({ method, path, status, ms, ...facts.get(incoming) });
    });
    if (path === HEALTH_PATH) answerHealth(incoming, outgoing);
    else listener(incoming, outgoing);
  };
}

function answerHealth(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const isAsked = incoming.method === "GET" || incoming.method === "HEAD";
  outgoing.writeHead(isAsked ? 200 : 405, { "content-type": "application/json", allow: "GET, HEAD" });
  outgoing.end(isAsked && incoming.method === "GET" ? '{"status":"ok"}' : undefined);
}
