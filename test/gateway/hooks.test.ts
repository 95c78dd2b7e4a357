import { inspect } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { BadRequestError } from "../../src/client/index.js";
import type { AnswerFacts, CallerRequest, CountFunction, GatewayOptions } from "../../src/gateway/index.js";
import { frameworks } from "./support/frameworks.js";

const count: CountFunction = Object.assign(
  () => Promise.resolve({ object: "response.input_tokens" as const, input_tokens: 3 }),
  {
    withResponse: async () => ({
      data: { object: "response.input_tokens" as const, input_tokens: 3 },
      requestId: "req_1",
    }),
  },
);

const secrets = /sk-secret|private/;

describe.each(Object.entries(frameworks))("the hooks of a gateway on %s", (_name, start) => {
  async function answersOf(options: GatewayOptions, bodies: string[]): Promise<Response[]> {
    const server = await start(options);
    const answers: Response[] = [];
    for (const body of bodies) {
      const headers = { "content-type": "application/json", authorization: "Bearer sk-secret" };
      const init = { method: "POST", headers, body };
      const response = await fetch(`${server.url}/v1/responses/input_tokens?a=private`, init);
      answers.push(new Response(await response.text(), response));
    }
    await server.close();
    return answers;
  }

  test("are told of refusals and answers, and see neither body nor key unasked", async () => {
    const seen: unknown[] = [];
    const facts: AnswerFacts[] = [];
    const look = (request: CallerRequest): void => {
      seen.push(
        inspect({ ...request }),
        JSON.stringify(request),
        inspect(request, { showHidden: true, depth: 0 }),
      );
      expect([request.method, request.path]).toEqual(["POST", "/v1/responses/input_tokens"]);
      expect(request.header("authorization")).toBe("Bearer sk-secret");
      expect(request.native).toBeDefined();
    };
    const refused: unknown[] = [];
    await answersOf(
      {
        count,
        onRefuse: (issues, request) => {
          refused.push(issues.map(({ code, path }) => [code, path]));
          look(request);
        },
        onAnswer: (fact, request) => {
          facts.push(fact);
          look(request);
        },
      },
      ['{"input":"private"}', '{"instructions":"private","input":5}'],
    );
    expect(refused).toEqual([[["invalid_type", ["input"]]]]);
    expect(facts).toEqual([
      { status: 200, ms: expect.any(Number), input_tokens: 3, requestId: "req_1" },
      { status: 400, ms: expect.any(Number), input_tokens: null, requestId: null },
    ]);
    expect(seen.filter((text) => secrets.test(String(text)))).toEqual([]);
  });

  test("change no answer when they fail", async () => {
    const fail = (): never => {
      throw new Error("the log is full");
    };
    const reject = (): Promise<never> => Promise.reject(new Error("the log is full"));
    const bodies = ['{"input":"hi"}', '{"input":5}'];
    for (const hook of [fail, reject]) {
      const answers = await answersOf({ count, onRefuse: hook, onAnswer: hook, onError: hook }, bodies);
      expect(answers.map(({ status }) => status)).toEqual([200, 400]);
    }
  });

  test("put refusals and faults into an envelope of one's own", async () => {
    const failing: CountFunction = () => Promise.reject(new Error("private"));
    const mapError: NonNullable<GatewayOptions["mapError"]> = ({ status, body }) => ({
      status: status === 502 ? 503 : status,
      headers: { "content-type": "application/problem+json" },
      body: { title: body.error.message },
    });
    const answers = await answersOf({ count: failing, mapError }, ['{"input":5}', '{"input":"hi"}']);
    expect(answers.map(({ status }) => status)).toEqual([400, 503]);
    expect(answers.map(({ headers }) => headers.get("content-type"))).toEqual(
      Array(2).fill(expect.stringMatching(/^application\/problem\+json/)),
    );
    expect(await answers[1]?.json()).toEqual({ title: "The input tokens could not be counted." });
  });

  test.each<[string, NonNullable<GatewayOptions["mapError"]>]>([
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["gives nothing", () => undefined as never],
    ["gives what JSON cannot carry", () => ({ body: { count: 1n } })],
    ["gives a header that is none", () => ({ headers: { "x-a": "a\nb" } })],
    ["gives a status that is none", () => ({ status: 7 })],
  ])("fall back to the provider's envelope where mapError %s", async (_what, mapError) => {
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const [answer] = await answersOf({ count, mapError, onError }, ['{"input":5}']);
    expect(answer?.status).toBe(400);
    expect(await answer?.json()).toMatchObject({ error: { param: "input" } });
    expect(errors).toHaveLength(1);
  });

  test.each<[string, CountFunction]>([
    [
      "throws at once",
      () => {
        throw new Error("private");
      },
    ],
    [
      "rejects with what is no error",
      (() => ({
        then: (_: unknown, no: (reason: string) => void) => no("private"),
      })) as unknown as CountFunction,
    ],
    ["answers nothing", (() => Promise.resolve()) as unknown as CountFunction],
    [
      "answers with a count that is none",
      async () => ({ object: "response.input_tokens", input_tokens: NaN }),
    ],
    [
      "answers with a count beyond 2^53",
      async () => ({ object: "response.input_tokens", input_tokens: 1e300 }),
    ],
    [
      "answers with what JSON cannot carry",
      async () => ({ object: "response.input_tokens", input_tokens: 3, more: 1n }),
    ],
    [
      "answers with a request id that no header may have",
      Object.assign(() => count({}, {} as never), {
        withResponse: async () => ({
          data: { object: "response.input_tokens" as const, input_tokens: 3 },
          requestId: "a\r\nset-cookie: b=c",
        }),
      }),
    ],
    [
      "answers with nothing beside",
      Object.assign(() => count({}, {} as never), { withResponse: (async () => undefined) as never }),
    ],
  ])("are told of a counter that %s, which is a 502 in the envelope", async (_what, counter) => {
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const [answer] = await answersOf({ count: counter, onError }, ['{"input":"hi"}']);
    expect(answer?.status).toBe(502);
    expect(answer?.headers.get("set-cookie")).toBeNull();
    expect(await answer?.json()).toMatchObject({ error: { type: "server_error", param: null, code: null } });
    expect(errors).toHaveLength(1);
  });

  test("are not told of what the caller has to mend", async () => {
    const errors: unknown[] = [];
    const refuses: CountFunction = () =>
      Promise.reject(new BadRequestError(400, new Headers(), "400 No.", null));
    await answersOf({ count: refuses, onError: (error) => errors.push(error) }, ['{"input":"hi"}']);
    expect(errors).toEqual([]);
  });
});
