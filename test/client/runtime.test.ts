import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createContext, Script } from "node:vm";
import { afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { childEnvironment } from "../../scripts/package/child-environment.js";
import * as here from "../../src/client/index.js";
import { count11, fault, ok } from "./support/answers.js";
import { serve, stopServers } from "./support/server.js";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));
afterEach(stopServers);

describe("the client in a runtime without process", () => {
  let code = "";
  beforeAll(async () => {
    const entry = [
      "src/client/index.ts",
      "--bundle",
      "--format=iife",
      "--global-name=client",
      "--platform=neutral",
    ];
    const conditions = ["--main-fields=module,main", "--conditions=import"];
    const { stdout } = await run("node_modules/.bin/esbuild", [...entry, ...conditions], {
      cwd: root,
      env: childEnvironment(),
    });
    code = stdout;
  });

  /** Loads a second copy of the client where there are web standards and nothing else. */
  function load(extra: object = {}): typeof here {
    const web = {
      fetch,
      Request,
      Response,
      Headers,
      FormData,
      TextDecoder,
      URL,
      AbortController,
      setTimeout,
      clearTimeout,
    };
    const context = createContext({ ...web, ...extra });
    new Script(code).runInContext(context);
    return (context as unknown as { client: typeof here }).client;
  }

  test("counts", async () => {
    const server = await serve(ok);
    const client = load().createClient({ apiKey: "k", baseUrl: server.url });
    expect(await client.count({ input: "x" })).toEqual(count11);
  });

  test("throws for the missing key", async () => {
    const call = load().createClient().count({ input: "x" });
    await expect(call).rejects.toMatchObject({ name: "MissingKeyError" });
  });

  test("lives with an environment that must not be read", async () => {
    const process = {
      get env(): never {
        throw new Error("NotCapable");
      },
    };
    const call = load({ process }).createClient().count({ input: "x" });
    await expect(call).rejects.toMatchObject({ name: "MissingKeyError" });
  });

  test("takes a base URL relative to its page", async () => {
    const server = await serve(ok);
    const location = { href: server.url };
    const client = load({ location }).createClient({ apiKey: "k", baseUrl: "/api/" });
    await client.count({ input: "x" });
    expect(server.requests[0]?.url).toBe("/api/responses/input_tokens");
  });

  test("throws errors that the guards of another copy know", async () => {
    const server = await serve(fault(429));
    const client = load().createClient({ apiKey: "k", baseUrl: server.url, maxRetries: 0 });
    const error: unknown = await client.count({ input: "x" }).catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(here.APIError);
    expect(here.isRateLimitError(error)).toBe(true);
    expect(here.isAPIError(error)).toBe(true);
    expect(here.isInputTokensError(error)).toBe(true);
    expect(here.isBadRequestError(error)).toBe(false);
    expect(here.isConnectionError(error)).toBe(false);
  });
});

describe("the client in a process", () => {
  test("leaves no unhandled rejection, warning, timer or socket behind", async () => {
    const script = "test/client/support/faults.ts";
    const { stdout, stderr } = await run(process.execPath, ["--import", "tsx", script], {
      cwd: root,
      env: childEnvironment(),
    });
    expect(stderr).toBe("");
    expect(stdout).toBe(
      "BadRequestError ConnectionError InternalServerError TimeoutError UserAbortError ok\n",
    );
  });
});

describe("guards", () => {
  test.each([undefined, null, 0, "APIError", {}, new Error("x"), { name: "APIError" }])(
    "say no to %p",
    (value) => {
      const guards = Object.entries(here).filter(([name]) => name.startsWith("is"));
      expect(guards).toHaveLength(18);
      for (const [, guard] of guards) expect((guard as (value: unknown) => boolean)(value)).toBe(false);
    },
  );

  test("are there for each error class", () => {
    const names = Object.keys(here).filter((name) => name.endsWith("Error") && !name.startsWith("is"));
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) expect(here).toHaveProperty(`is${name}`);
  });
});
