import type { RequestListener } from "node:http";
import type { InputTokenCountParams } from "../../generated/types.js";
import { isConnectionError } from "../client/index.js";
import { createListener } from "../gateway/node.js";
import type { GatewayOptions } from "../gateway/types.js";
import { createLocalCounter } from "../local/index.js";
import { type ValidateOptions, validateRequest, type Validation } from "../validate/index.js";
import { CHECK_FLAGS, CHECK_HELP, toValidateOptions } from "./check-flags.js";
import { makeClient } from "./choose-counter.js";
import {
  chooseFormat,
  type Command,
  explainOptions,
  FORMAT_FLAGS,
  parseOptions,
  UsageError,
} from "./command.js";
import { findMisuse, findWarnings } from "./read/find-request.js";
import { printable } from "./report/printable.js";
import { logAsJson, logAsText, type ServeLog } from "./report/serve-log.js";
import { serve, type Serving } from "./serve.js";
import type { Terminal } from "./terminal.js";
import { collectFacts, type Facts, HEALTH_PATH, watchAnswers } from "./watch-answers.js";

const DEFAULT_PORT = "8080";
const DEFAULT_HOST = "127.0.0.1";

/** `input-tokens serve`: the gateway as a server of its own. */
export const serveCommand: Command = {
  summary: "answer POST …/responses/input_tokens over HTTP",
  help: [
    "Serves POST …/responses/input_tokens: refuses a bad body in the provider's words and counts a good one.",
    "",
    "Usage: input-tokens serve [options]",
    "",
    "Without --upstream the count is made here: an estimate, marked as such in every answer. With it a good",
    "body is forwarded under the caller's own key, organization and project; no key of this machine is used.",
    "A body of another kind is refused, unknown keys at the top of one are warned of.",
    `Prints its address, then a line for each answer: method, path, status, time, and tokens or fault. GET ${HEALTH_PATH} answers`,
    "200. Stops at SIGINT or SIGTERM when all that has arrived has been answered.",
    "",
    "Options:",
    `      --port NUMBER          the port to listen at, 0 for any that is free (default ${DEFAULT_PORT})`,
    `      --host NAME            the address to listen at (default ${DEFAULT_HOST}: this machine only)`,
    "      --upstream URL         forward to this server, such as https://api.openai.com/v1",
    "      --cors ORIGIN          let pages of this origin call, '*' for any; may be given several times",
    "      --format FORMAT        text (default) or json: each line of output is a JSON object; --json for short",
    ...CHECK_HELP,
    "  -h, --help                 this text",
    "",
    "Examples:",
    "  input-tokens serve",
    "  input-tokens serve --port 0 --strict",
    "  input-tokens serve --upstream https://api.openai.com/v1",
    "  OPENAI_BASE_URL=http://127.0.0.1:8080/v1 python count.py",
    "",
    "Exit code: 0 stopped by a signal, 2 wrong usage or an address that cannot be had.",
  ].join("\n"),

  async run(args, terminal) {
    const { values, positionals } = parseOptions(args, {
      ...CHECK_FLAGS,
      ...FORMAT_FLAGS,
      port: { type: "string", default: DEFAULT_PORT },
      host: { type: "string", default: DEFAULT_HOST },
      upstream: { type: "string" },
      cors: { type: "string", multiple: true },
    });
    if (positionals.length > 0) throw new UsageError("serve takes no files.");
    const log = chooseFormat(values, ["text", "json"]) === "json" ? logAsJson(terminal) : logAsText(terminal);
    const facts: Facts = new WeakMap();
    const listener = explainOptions(() =>
      createListener({
        count: chooseCount(values.upstream),
        validate: (body) => checkServed(body, { ...toValidateOptions(values), maxIssues: 1 }, log),
        ...(values.cors && { cors: values.cors.includes("*") ? "*" : values.cors }),
        onError: (error) => terminal.warn(printable(describeFailure(error))),
        ...collectFacts(facts),
      }),
    );
    const server = await listen(watchAnswers(listener, log, facts), values.host, toPort(values.port));
    const stopping = waitForStop(terminal);
    log.begin(`${server.url}/v1/responses/input_tokens`, values.upstream === undefined);
    await stopping;
    await server.stop();
    return 0;
  },
};

/** Refuses what is of another kind, which would be counted as if it were empty, and warns of unknown keys. */
function checkServed(
  body: unknown,
  options: ValidateOptions,
  log: ServeLog,
): Validation<InputTokenCountParams> {
  const misuse = findMisuse(body);
  if (misuse) return { ok: false, issues: [misuse] };
  if (options.unknownKeys !== "reject") findWarnings(body).forEach((warning) => log.warn(warning));
  return validateRequest(body, options);
}

function chooseCount(upstream: string | undefined): GatewayOptions["count"] {
  if (upstream === undefined) return createLocalCounter();
  // The callers retry, and their key, organization and project are the only ones that count.
  return makeClient({
    baseUrl: upstream,
    apiKey: null,
    organization: null,
    project: null,
    maxRetries: 0,
    validateRequest: false,
  });
}

function toPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Infinity;
  if (port > 65_535) throw new UsageError("--port must be a number from 0 to 65535.");
  return port;
}

async function listen(listener: RequestListener, host: string, port: number): Promise<Serving> {
  try {
    return await serve(listener, host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // what node:net rejects with
    throw new UsageError(`Cannot listen at ${host}:${port} (${code}).`);
  }
}

function waitForStop(terminal: Terminal): Promise<void> {
  return new Promise((resolve) => terminal.onStop(resolve));
}

/** Only errors of the connection are quoted: others may hold a part of a body or a key. */
function describeFailure(error: unknown): string {
  if (isConnectionError(error)) return error.message;
  return `A count failed: ${error instanceof Error ? error.name : typeof error}.`;
}
