import { expect } from "@jest/globals";
import { type Client, type ClientOptions, createClient } from "../../../src/client/index.js";
import type { Server } from "./server.js";

const variables = ["OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"];

/** Removes the provider's environment variables; for `beforeEach`. */
export function clearEnvironment(): void {
  for (const name of variables) delete process.env[name];
}

/** Makes a client of a server, with a key and short waits between tries. */
export function clientOf(server: Pick<Server, "url">, options: ClientOptions = {}): Client {
  return createClient({ apiKey: "sk-test-secret", baseUrl: server.url, maxRetryDelay: 5, ...options });
}

/** Waits for what a call throws, which must be an error and must not repeat the key or the body. */
export async function thrownBy(call: () => unknown): Promise<Error> {
  try {
    await call();
  } catch (error) {
    expect(error).toHaveProperty("message");
    expect((error as Error).message).not.toMatch(/secret/);
    return error as Error;
  }
  throw new Error("Expected the call to throw, but it did not.");
}

/** Waits until a condition holds, for at most two seconds. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries++) {
    if (tries === 400) throw new Error("Expected the condition to hold within two seconds.");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
