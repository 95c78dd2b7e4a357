import { afterEach, describe, expect, test } from "@jest/globals";
import OpenAI, { BadRequestError, NotFoundError } from "openai";
import type { CountContext, GatewayOptions } from "../../src/gateway/types.js";
import { countCharacters as count } from "./support/count-characters.js";
import { frameworks } from "./support/frameworks.js";
import type { RunningServer } from "./support/start-server.js";

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

/** The provider's own client, pointed at a gateway. */
async function connect(
  start: (options: GatewayOptions) => Promise<RunningServer>,
  options: GatewayOptions,
): Promise<OpenAI> {
  server = await start(options);
  return new OpenAI({ apiKey: "sk-test", organization: "org-a", baseURL: `${server.url}/v1`, maxRetries: 0 });
}

describe.each(Object.entries(frameworks))("the provider's SDK through %s", (_name, start) => {
  test("gets a count", async () => {
    const openai = await connect(start, { count });
    const body = { model: "gpt-5", input: "Tell me a joke. ☃" };
    expect(await openai.responses.inputTokens.count(body)).toEqual({
      object: "response.input_tokens",
      input_tokens: JSON.stringify(body).length,
    });
  });

  test("raises BadRequestError with param and code for a bad body", async () => {
    const openai = await connect(start, { count });
    const content = [{ type: "input_image", image_url: "https://example.com/a.png", detail: "ultra" }];
    // @ts-expect-error: the SDK's own types refuse the body, too.
    const counting = openai.responses.inputTokens.count({ input: [{ role: "user", content }] });
    const error: unknown = await counting.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({
      status: 400,
      param: "input[0].content[0].detail",
      code: "invalid_value",
      type: "invalid_request_error",
    });
  });

  test("hands on the caller's key and organization, and no other header", async () => {
    const seen: CountContext[] = [];
    const openai = await connect(start, {
      count: (body, context) => {
        seen.push(context);
        return count(body, context);
      },
    });
    await openai.responses.inputTokens.count({ input: "hi" });
    expect(seen.map(({ headers }) => headers)).toEqual([
      { authorization: "Bearer sk-test", "openai-organization": "org-a" },
    ]);
  });

  test("raises NotFoundError at another path", async () => {
    const openai = await connect(start, { count });
    await expect(openai.responses.retrieve("resp_1")).rejects.toBeInstanceOf(NotFoundError);
  });

  test("raises an error of status 413 for a body above the limit", async () => {
    const openai = await connect(start, { count, maxBodyBytes: 1_000 });
    const counting = openai.responses.inputTokens.count({ input: "x".repeat(4_000_000) });
    await expect(counting).rejects.toMatchObject({ status: 413 });
  });
});
