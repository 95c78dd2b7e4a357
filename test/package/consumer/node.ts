// A user's code on Node, without the types of the web; it is compiled, never run.
import { createServer, type Server } from "node:http";
import { createClient } from "input-tokens-contract";
import { createHandler } from "input-tokens-contract/gateway";
import {
  answerInputTokens,
  guardInputTokens,
  type ExpressMiddleware,
} from "input-tokens-contract/gateway/express";
import { createListener } from "input-tokens-contract/gateway/node";
import { createLocalCounter } from "input-tokens-contract/local";
import type { InputTokenCountParams } from "input-tokens-contract/types";

const [answer] = answerInputTokens({ count: createLocalCounter() });
export const server: Server = createServer((request, response) => answer(request, response, () => undefined));
export const guard: ExpressMiddleware<InputTokenCountParams | undefined> = guardInputTokens({
  validate: { unknownTypes: "allow" },
});
export const plain: Server = createServer(createListener({ count: createClient() }));

// @ts-expect-error it has to be told who counts
answerInputTokens({});

export const answered: Promise<Response> = createHandler({ count: createClient() })(
  new Request("http://localhost/v1/responses/input_tokens", { method: "POST" }),
);
