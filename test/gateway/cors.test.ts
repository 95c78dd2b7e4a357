import { afterEach, describe, expect, test } from "@jest/globals";
import type { GatewayOptions } from "../../src/gateway/types.js";
import { countCharacters as count } from "./support/count-characters.js";
import { frameworks } from "./support/frameworks.js";
import type { RunningServer } from "./support/start-server.js";

let server: RunningServer | undefined;
afterEach(() => server?.close());

const page = "https://app.example.com";
const preflight = {
  origin: page,
  "access-control-request-method": "POST",
  "access-control-request-headers": "authorization,content-type,x-stainless-lang",
};

describe.each(Object.entries(frameworks))("a gateway on %s", (_name, start) => {
  async function ask(cors: GatewayOptions["cors"], method: string, headers: HeadersInit): Promise<Response> {
    server = await start({ count, ...(cors && { cors }) });
    const body = method === "POST" ? { body: '{"input":"hi"}' } : {};
    return fetch(`${server.url}/v1/responses/input_tokens`, { method, headers, ...body });
  }

  test("says nothing to pages of other origins by default", async () => {
    const response = await ask(undefined, "OPTIONS", preflight);
    expect(response.status).toBe(405);
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("answers the preflight of an origin that may call", async () => {
    const response = await ask([page], "OPTIONS", preflight);
    expect([response.status, await response.text()]).toEqual([204, ""]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "access-control-allow-origin": page,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "authorization,content-type,x-stainless-lang",
      vary: "origin",
    });
  });

  test("lets the pages of that origin read its answers, and no others", async () => {
    const json = { "content-type": "application/json" };
    const good = await ask([page], "POST", { ...json, origin: page });
    expect(good.status).toBe(200);
    expect(good.headers.get("access-control-allow-origin")).toBe(page);
    expect(good.headers.get("access-control-expose-headers")).toBe("*");
    await server?.close();
    const other = await ask([page], "POST", { ...json, origin: "https://evil.example" });
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
    expect(other.headers.get("vary")).toBe("origin");
    await server?.close();
    const any = await ask("*", "POST", { ...json, origin: "https://any.example" });
    expect(any.headers.get("access-control-allow-origin")).toBe("*");
  });
});
