import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { run } from "../../src/cli/run.js";
import { fakeTerminal } from "./support/fake-terminal.js";
import { temporaryFolder } from "./support/temporary-folder.js";

/** Escapes, C1 controls, line separators, turned text: what must not reach a terminal. */
const HOSTILE = "\u001b[2J\u009b1m\r\u0007\u007f\u2028\u202e\u2066\u200f";
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

let files: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Server;
beforeAll(async () => {
  const bad = { input: [{ role: HOSTILE, content: "x" }], [HOSTILE]: 1, tools: [{ type: HOSTILE }] };
  files = await temporaryFolder({
    [`bad${HOSTILE}.json`]: JSON.stringify(bad),
    [`good${HOSTILE}.json`]: JSON.stringify({ input: "x", previous_response_id: HOSTILE }),
    [`raw${HOSTILE}.yaml`]: `${JSON.stringify(HOSTILE).slice(1, -1)}: "\u202e`,
    [`binary${HOSTILE}.json`]: "\u0000",
  });
  server = createServer((_, response) => {
    const error = { message: HOSTILE, type: "invalid_request_error", param: HOSTILE, code: HOSTILE };
    response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify({ error }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  await files.remove();
  await new Promise((resolve) => server.close(resolve));
});

const runWith = async (...args: string[]) => {
  const terminal = fakeTerminal({ input: JSON.stringify({ input: 5, [HOSTILE]: 1 }), watched: true });
  await run(args, terminal);
  return [...terminal.out, ...terminal.err, ...terminal.passing];
};

describe("what steers a terminal", () => {
  test.each([
    ["validate", "--strict", "--format", "text"],
    ["validate", "--strict", "--format", "json"],
    ["validate", "--strict", "--format", "github"],
    ["count", "--strict", "--format", "text"],
    ["count", "--strict", "--format", "json"],
  ])("does not come through %s %s %s %s", async (...args) => {
    const lines = await runWith(...args, files.folder, "-", `nothing${HOSTILE}.json`);
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.filter((line) => STEERING.test(line.replaceAll("\n", "")))).toEqual([]);
  });

  test("does not come from a server, nor from an argument", async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const lines = [
      ...(await runWith("count", "--base-url", url, files.path(`good${HOSTILE}.json`))),
      ...(await runWith("count", "--json", "--base-url", url, files.path(`good${HOSTILE}.json`))),
      ...(await runWith(HOSTILE)),
      ...(await runWith("validate", `--${HOSTILE}`)),
      ...(await runWith("validate", `${HOSTILE}*`)),
      ...(await runWith("validate", "--format", HOSTILE)),
      ...(await runWith("count", "--base-url", HOSTILE)),
      ...(await runWith("serve", "--host", HOSTILE, "--port", "0")),
    ];
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.filter((line) => STEERING.test(line))).toEqual([]);
  });

  test("stays what it is in JSON", async () => {
    const [line = ""] = await runWith("count", "--json", "--local", files.path(`good${HOSTILE}.json`));
    expect(JSON.parse(line)).toMatchObject({ file: files.path(`good${HOSTILE}.json`) });
  });
});
