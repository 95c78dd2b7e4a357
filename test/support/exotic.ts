import { runInNewContext } from "node:vm";
import { fail } from "./hostile.js";

class Box {
  readonly type = "message";
  role = "user";
  get content(): string {
    return "Hi";
  }
}

/** An array that says that it has 4,294,967,295 members. */
export function sparse(): unknown[] {
  const array: unknown[] = [];
  array.length = 2 ** 32 - 1;
  return array;
}

function revoked(target: object): unknown {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cycle(): unknown {
  const value: Record<string, unknown> = { type: "message", role: "user" };
  value["content"] = [value];
  value["self"] = value;
  return value;
}

/** A proxy that makes up a new proxy for whatever it is asked. */
function endless(): unknown {
  return new Proxy(
    {},
    {
      get: (_target, key) => (typeof key === "symbol" ? undefined : endless()),
      ownKeys: () => ["a", "b"],
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: 1 }),
    },
  );
}

const throwing: ProxyHandler<object> = {
  get: fail,
  has: fail,
  ownKeys: fail,
  getPrototypeOf: fail,
  getOwnPropertyDescriptor: fail,
};
const unfriendly = {
  toString: fail,
  valueOf: fail,
  toJSON: fail,
  [Symbol.toPrimitive]: fail,
  [Symbol.iterator]: fail,
};

/** Values that no JSON text gives, each made anew. */
export const exotic: Record<string, () => unknown> = {
  undefined: () => undefined,
  "a hole": () => [,], // eslint-disable-line no-sparse-arrays
  "an array of 2 ** 32 - 1 holes": sparse,
  "a cycle": cycle,
  "a frozen object": () => Object.freeze({ type: "message", role: "user", content: Object.freeze([]) }),
  "an object without prototype": () =>
    Object.assign(Object.create(null) as object, { role: "user", content: "Hi" }),
  "an inherited object": () => Object.create({ role: "user", content: "Hi" }) as unknown,
  "a class instance": () => new Box(),
  "an object of another realm": () =>
    runInNewContext("({ role: 'user', content: [{ type: 'input_text', text: 'Hi' }] })") as unknown,
  "an array of another realm": () => runInNewContext("[{ role: 'user', content: 'Hi' }]") as unknown,
  "a proxy": () => new Proxy({ role: "user", content: "Hi" }, {}),
  "a proxied array": () => new Proxy([], {}),
  "a throwing proxy": () => new Proxy({}, throwing),
  "a throwing proxied array": () => new Proxy([{}], throwing),
  "a revoked proxy": () => revoked({}),
  "a revoked proxied array": () => revoked([]),
  "an endless proxy": endless,
  "an object whose members throw": () => ({ get type() { return fail(); }, get role() { return fail(); }, get id() { return fail(); } }), // prettier-ignore
  "an object that cannot be printed": () => unfriendly,
  "an array that cannot be iterated": () => Object.assign([{}], unfriendly),
  "an own __proto__": () =>
    JSON.parse('{"__proto__": {"role": "user"}, "role": 5, "type": "__proto__"}') as unknown,
  "own keys of every object": () => ({
    constructor: 1,
    hasOwnProperty: 2,
    toString: 3,
    valueOf: null,
    length: 5,
  }),
  "a key of a lone surrogate": () => ({ "\ud800": "\udfff", type: "\ud800" }),
  "a lone surrogate": () => "\ud800".repeat(70),
  "a boxed string": () => Object("auto") as unknown,
  "a boxed number": () => Object(1) as unknown,
  "a symbol": () => Symbol("auto"),
  "a bigint": () => 1n,
  "a function": () => Object.assign(() => "auto", { role: "user", content: "Hi" }),
  "not a number": () => NaN,
  infinity: () => -Infinity,
  "minus zero": () => -0,
  "a date": () => new Date(NaN),
  "a map": () => new Map([["role", "user"]]),
  "a promise": () => Promise.resolve("auto"),
  bytes: () => new Uint8Array(100),
  "a regular expression": () => /(a+)+$/,
  "an error": () => new Error("auto"),
  "a weak map": () => new WeakMap(),
  "the global object": () => globalThis,
};

/** Bodies with a value in a place of every kind. */
export const places: Record<string, (value: unknown) => unknown> = {
  "the body": (value) => value,
  model: (value) => ({ model: value }),
  input: (value) => ({ input: value }),
  "an item": (value) => ({ input: [value, { role: "user", content: "Hi" }] }),
  "a type": (value) => ({ input: [{ type: value, id: "a" }] }),
  "a role": (value) => ({ input: [{ role: value, content: "Hi" }] }),
  content: (value) => ({ input: [{ role: "assistant", content: value }] }),
  "a part": (value) => ({
    input: [{ role: "assistant", content: [value, { type: "output_text", text: "Hi" }] }],
  }),
  tools: (value) => ({ tools: value }),
  parameters: (value) => ({ tools: [{ type: "function", name: "f", parameters: value }] }),
  headers: (value) => ({ tools: [{ type: "mcp", server_label: "a", server_url: "a:", headers: value }] }),
  "a header": (value) => ({
    tools: [{ type: "mcp", server_label: "a", server_url: "a:", headers: { a: value } }],
  }),
  "a URL": (value) => ({ tools: [{ type: "mcp", server_label: "a", server_url: value }] }),
  "a limit": (value) => ({ tools: [{ type: "file_search", vector_store_ids: [], max_num_results: value }] }),
  "a filter": (value) => ({
    tools: [{ type: "file_search", vector_store_ids: [], filters: { type: "and", filters: [value] } }],
  }),
  "a size": (value) => ({ tools: [{ type: "image_generation", size: value }] }),
  "a choice": (value) => ({ tool_choice: value }),
  "a format": (value) => ({ text: { format: value } }),
  "a name": (value) => ({ text: { format: { type: "json_schema", name: value, schema: {} } } }),
  "the conversation": (value) => ({ conversation: value, previous_response_id: value }),
  "an unknown key": (value) => ({ later: value }),
  "the count": (value) => ({ object: "response.input_tokens", input_tokens: value }),
};
