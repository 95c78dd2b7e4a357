import { describe, expect, test } from "@jest/globals";
import { checkRequest } from "../../src/gateway/check-request.js";
import type { CheckOptions } from "../../src/gateway/types.js";
import { makeRequest, makeStreamedRequest, readError } from "./support/requests.js";

/** The status and message of a refusal. */
async function refusalOf(request: Request, options?: CheckOptions): Promise<[number, string]> {
  const checked = await checkRequest(request, options);
  if (checked.ok) throw new Error("the request was not refused");
  return [checked.response.status, (await readError(checked.response)).message];
}

describe("checkRequest", () => {
  test("gives the parsed body of a good request", async () => {
    const body = { model: "gpt-5", input: "Tell me a joke." };
    expect(await checkRequest(makeRequest(body))).toEqual({ ok: true, body });
    expect(await checkRequest(makeStreamedRequest(['{"input":', '"hi"}']))).toEqual({
      ok: true,
      body: { input: "hi" },
    });
  });

  test("takes an empty body as absent", async () => {
    expect(await checkRequest(makeRequest())).toEqual({ ok: true, body: undefined });
    expect(await checkRequest(makeRequest(""))).toEqual({ ok: true, body: undefined });
    expect(await checkRequest(makeStreamedRequest([]))).toEqual({ ok: true, body: undefined });
  });

  test("answers a bad body with the provider's 400", async () => {
    const checked = await checkRequest(makeRequest({ input: [{ role: "user", content: 5 }] }));
    if (checked.ok) throw new Error("the request was not refused");
    expect(checked.response.status).toBe(400);
    expect(await checked.response.json()).toEqual({
      error: {
        message:
          "Invalid type for 'input[0].content': expected one of an array of objects or string, but got an integer instead.",
        type: "invalid_request_error",
        param: "input[0].content",
        code: "invalid_type",
      },
    });
  });

  test("validates as it is told", async () => {
    const request = (): Request => makeRequest({ input: "hi", bogus: 1 });
    expect((await checkRequest(request())).ok).toBe(true);
    expect((await checkRequest(request(), { validate: { unknownKeys: "reject" } })).ok).toBe(false);
    expect((await checkRequest(makeRequest({ input: 5 }), { validate: false })).ok).toBe(true);
    const issue = { message: "Never.", param: null, code: "never", path: [] };
    const validate = (): { ok: false; issues: [typeof issue] } => ({ ok: false, issues: [issue] });
    expect(await refusalOf(request(), { validate })).toEqual([400, "Never."]);
  });

  test.each(["{", "nope", "'{}'", "{}{}", " "])("answers %p, which is no JSON, with 400", async (text) => {
    const [status, message] = await refusalOf(makeRequest(text));
    expect(status).toBe(400);
    expect(message).toMatch(/^We could not parse the JSON body of your request\. \(HINT: /);
  });

  test("answers bytes that are no UTF-8 with 400", async () => {
    expect((await refusalOf(makeRequest(Uint8Array.of(0x22, 0xff, 0x22))))[0]).toBe(400);
  });

  test.each(["null", "[]", "1", '"text"', "true"])("answers the body %s with 400", async (text) => {
    expect((await refusalOf(makeRequest(text)))[0]).toBe(400);
  });

  test("answers a body of 100,000 levels without a crash", async () => {
    const deep = `{"input":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    expect((await refusalOf(makeRequest(deep)))[0]).toBe(400);
    const inside = `{"tools":[{"type":"function","name":"f","parameters":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}]}`;
    expect(await checkRequest(makeRequest(inside))).toBeDefined();
  });

  test.each(["GET", "PUT", "DELETE", "OPTIONS"])("answers %s with 405 and Allow", async (method) => {
    const checked = await checkRequest(new Request("http://gateway.test/", { method }));
    if (checked.ok) throw new Error("the request was not refused");
    expect(checked.response.status).toBe(405);
    expect(checked.response.headers.get("allow")).toBe("POST");
    expect((await readError(checked.response)).message).toBe("Only POST is allowed here.");
  });

  test.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/jsonp",
    "application/+json",
    "json",
  ])("answers the content type %s with 415", async (type) => {
    expect(await refusalOf(makeRequest({}, { headers: { "content-type": type } }))).toEqual([
      415,
      "Unsupported content type: expected 'application/json'.",
    ]);
  });

  test.each(["application/json; charset=utf-8", "Application/JSON", "application/vnd.acme+json", undefined])(
    "takes the content type %s",
    async (type) => {
      const body = new TextEncoder().encode('{"input":"hi"}');
      const checked = await checkRequest(
        makeRequest(body, { headers: type ? { "content-type": type } : {} }),
      );
      expect(checked.ok).toBe(true);
    },
  );

  test("answers a compressed body with 415", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    expect(await refusalOf(makeRequest({}, { headers }))).toEqual([
      415,
      "Unsupported content encoding: expected a body that is not compressed.",
    ]);
  });

  test("answers a body above the limit with 413, by its length or while it streams", async () => {
    const message = "The request body is too large: at most 20 bytes are accepted.";
    const headers = { "content-type": "application/json", "content-length": "21" };
    expect(await refusalOf(makeRequest({}, { headers }), { maxBodyBytes: 20 })).toEqual([413, message]);
    const endless = makeStreamedRequest(['{"input":"', "x".repeat(20)], false);
    expect(await refusalOf(endless, { maxBodyBytes: 20 })).toEqual([413, message]);
    const lying = { "content-type": "application/json", "content-length": "2" };
    expect(await refusalOf(makeRequest("x".repeat(21), { headers: lying }), { maxBodyBytes: 20 })).toEqual([
      413,
      message,
    ]);
    const fitting = makeRequest('{"input":"12345678"}');
    expect((await checkRequest(fitting, { maxBodyBytes: 20 })).ok).toBe(true);
  });

  test("answers a body that does not end in time with 408", async () => {
    const endless = makeStreamedRequest(['{"input":'], false);
    expect(await refusalOf(endless, { bodyTimeoutMs: 20 })).toEqual([
      408,
      "The request body took too long to arrive.",
    ]);
  });

  test("answers a body that is cut off with 499", async () => {
    const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
    const init: RequestInit & { duplex: "half" } = { body: broken, duplex: "half" };
    expect(await refusalOf(makeRequest(undefined, init))).toEqual([
      499,
      "The request was aborted before its body was complete.",
    ]);
  });

  test("joins a character that came in two pieces", async () => {
    const [head, tail] = [Uint8Array.of(0x22, 0xc3), Uint8Array.of(0xa9, 0x22)];
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"input":'));
        controller.enqueue(head);
        controller.enqueue(tail);
        controller.enqueue(new TextEncoder().encode("}"));
        controller.close();
      },
    });
    const init: RequestInit & { duplex: "half" } = { body: stream, duplex: "half" };
    expect(await checkRequest(makeRequest(undefined, init))).toEqual({ ok: true, body: { input: "é" } });
  });

  test("throws where the body has been read already", async () => {
    const request = makeRequest({ input: "hi" });
    await request.text();
    await expect(checkRequest(request)).rejects.toThrow(
      new TypeError(
        "The body of this request has already been read, and what it held was not handed on; use checkBody.",
      ),
    );
  });
});
