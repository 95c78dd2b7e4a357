import { describe, expect, test } from "@jest/globals";
import { type Client, createClient, isAPIError } from "../../src/client/index.js";

/** Never runs: the type checker reads it. */
export async function checkTypes(client: Client, error: unknown): Promise<void> {
  const { input_tokens } = await client.count({ model: "gpt-5", input: [{ role: "user", content: "Hi" }] });
  input_tokens satisfies number;
  // @ts-expect-error input is text or items
  await client.count({ input: 5 });
  // @ts-expect-error no such option
  await client.count({ input: "x" }, { timout: 5 });
  const { data } = await client.raw.POST("/responses/input_tokens", { body: { input: "x" } });
  data?.input_tokens satisfies number | undefined;
  // @ts-expect-error no such operation
  await client.raw.GET("/responses/input_tokens");
  createClient({ apiKey: process.env["KEY"], baseUrl: undefined, fetch, headers: { "x-team": undefined } });
  createClient({ apiKey: () => "k", organization: null, validateRequest: { unknownKeys: "reject" } });
  // @ts-expect-error the name is baseUrl
  createClient({ baseURL: "https://host/v1" });
  // @ts-expect-error nothing is known of it yet
  void error.status;
  if (isAPIError(error)) {
    error.retryAfter satisfies number | null;
    error.error?.message satisfies string | undefined;
  }
}

describe("the client's types", () => {
  test("are checked by tsc", () => {
    expect(checkTypes).toBeInstanceOf(Function);
  });
});
