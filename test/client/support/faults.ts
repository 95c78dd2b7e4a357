// Runs on its own in a fresh process: many failing calls, after which the process must end by itself, without
// an unhandled rejection or a warning.
import { createClient } from "../../../src/client/index.js";
import { drop, fault, ok, silence, stall } from "./answers.js";
import { serve, stopServers } from "./server.js";

const answers = [silence, stall, drop, fault(500), fault(400), ok];
const servers = await Promise.all(answers.map((answer) => serve(answer)));
const controller = new AbortController();
const calls = servers.map(({ url }, index) => {
  // Only the first two keep their callers waiting.
  const timeout = index < 2 ? 500 : 60_000;
  const client = createClient({ apiKey: "k", baseUrl: url, timeout, maxRetries: 1, maxRetryDelay: 5 });
  const plain = Array.from({ length: 10 }, () => client.count({ input: "x" }));
  const aborted = Array.from({ length: 20 }, () =>
    client.count({ input: "x" }, { signal: controller.signal, timeout: 60_000 }),
  );
  return [...plain, ...aborted];
});
// Once the last server has answered all, those who wait for a silent one are aborted.
const answered = Promise.allSettled(calls.at(-1) ?? []).then(() => controller.abort());
const outcomes = await Promise.allSettled(calls.flat());
await answered;
await stopServers();
const names = outcomes.map((outcome) =>
  outcome.status === "rejected" ? (outcome.reason as Error).name : "ok",
);
console.log([...new Set(names)].sort().join(" "));
