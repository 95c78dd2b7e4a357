import { connect as connectSocket, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import OpenAI, { APIUserAbortError } from "openai";
import type { CountFunction, GatewayOptions } from "../../src/gateway/types.js";
import { frameworks } from "./support/frameworks.js";
import { expectNoSockets, type RunningServer } from "./support/start-server.js";

const unhandled: unknown[] = [];
const noteUnhandled = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  unhandled.length = 0;
  process.on("unhandledRejection", noteUnhandled);
});
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", noteUnhandled);
  expect(unhandled).toEqual([]);
});

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const answer = { object: "response.input_tokens" as const, input_tokens: 3 };
const answerThree: CountFunction = () => Promise.resolve(answer);

/** Opens a raw connection and sends the head of a count request with `length` bytes to come. */
async function beginRequest(server: RunningServer, length: number): Promise<Socket> {
  const { hostname, port } = new URL(server.url);
  const socket = connectSocket(Number(port), hostname);
  socket.on("error", () => undefined);
  await new Promise((resolve) => socket.once("connect", resolve));
  socket.write(
    "POST /v1/responses/input_tokens HTTP/1.1\r\nhost: gateway.test\r\n" +
      `content-type: application/json\r\ncontent-length: ${length}\r\n\r\n`,
  );
  return socket;
}

/** Everything that a connection gets until it is closed. */
async function readAll(socket: Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk) => (text += String(chunk)));
  await new Promise((resolve) => socket.once("close", resolve));
  return text;
}

describe.each(Object.entries(frameworks))("a gateway on %s", (name, start) => {
  async function withServer(
    options: GatewayOptions,
    use: (server: RunningServer) => Promise<void>,
  ): Promise<void> {
    const server = await start(options);
    try {
      await use(server);
      await expectNoSockets(server);
    } finally {
      await server.close();
    }
  }

  test("aborts the count when the caller aborts", async () => {
    const controller = new AbortController();
    let aborted: (value: unknown) => void = () => undefined;
    const abortion = new Promise((resolve) => (aborted = resolve));
    const count: CountFunction = (_body, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          aborted(signal.reason);
          reject(signal.reason as Error);
        });
        setTimeout(() => controller.abort(), 20);
      });
    await withServer({ count }, async (server) => {
      const openai = new OpenAI({ apiKey: "sk-test", baseURL: `${server.url}/v1`, maxRetries: 0 });
      const counting = openai.responses.inputTokens.count({ input: "hi" }, { signal: controller.signal });
      await expect(counting).rejects.toBeInstanceOf(APIUserAbortError);
      expect(await abortion).toBeDefined();
    });
  });

  test("survives a connection that drops in the middle of the body", async () => {
    await withServer({ count: answerThree }, async (server) => {
      const socket = await beginRequest(server, 100);
      socket.write('{"input":"');
      await pause(30);
      socket.destroy();
    });
  });

  test("survives a connection that drops during the count", async () => {
    const count = (): Promise<typeof answer> => pause(60).then(() => answer);
    await withServer({ count }, async (server) => {
      const socket = await beginRequest(server, 2);
      socket.write("{}");
      await pause(30);
      socket.destroy();
      await pause(60);
    });
  });

  test("answers a slow body and closes the connection", async () => {
    // A parser that runs before the gateway keeps its own time.
    if (name.includes("after")) return;
    await withServer({ count: answerThree, bodyTimeoutMs: 50 }, async (server) => {
      const socket = await beginRequest(server, 100);
      const dripping = setInterval(() => socket.write(" "), 20);
      const text = await readAll(socket);
      clearInterval(dripping);
      expect(text).toMatch(/^HTTP\/1\.1 408 /);
      expect(text).toContain("The request body took too long to arrive.");
    });
  });

  test("refuses a body above the limit while it is being sent, and closes the connection", async () => {
    if (name.includes("after")) return;
    await withServer({ count: answerThree, maxBodyBytes: 1_000 }, async (server) => {
      const socket = await beginRequest(server, 10_000_000);
      const sending = setInterval(() => socket.write("x".repeat(100_000)), 20);
      const text = await readAll(socket);
      clearInterval(sending);
      expect(text).toMatch(/^HTTP\/1\.1 413 /);
      expect(text).toContain("The request body is too large: at most 1000 bytes are accepted.");
    });
  });

  test("closes the connection of a caller that never sends the body it is refused", async () => {
    if (name.includes("after")) return;
    await withServer({ count: answerThree, maxBodyBytes: 1_000 }, async (server) => {
      expect(await readAll(await beginRequest(server, 10_000_000))).toMatch(/^HTTP\/1\.1 413 /);
    });
  });

  test("answers 200 requests at once", async () => {
    const count: CountFunction = async (body) => {
      await pause(Math.random() * 20);
      return { ...answer, input_tokens: Number(body?.input) };
    };
    await withServer({ count }, async (server) => {
      const url = `${server.url}/v1/responses/input_tokens`;
      const headers = { "content-type": "application/json", connection: "close" };
      const counts = await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          const body = JSON.stringify({ input: String(index) });
          const response = await fetch(url, { method: "POST", headers, body });
          return ((await response.json()) as typeof answer).input_tokens;
        }),
      );
      expect(counts).toEqual(Array.from({ length: 200 }, (_, index) => index));
    });
  });
});
