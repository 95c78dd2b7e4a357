import { afterEach, describe, expect, test } from "@jest/globals";
import {
  isRequest,
  validateRequest,
  type ValidateOptions,
  type Validation,
} from "../../src/validate/index.js";

const GOOD = { model: "gpt-5", input: [{ role: "user", content: "Hello" }] };
const BAD = { model: "gpt-5", input: [{ role: "user", content: 5 }] };
const STRICT = { unknownKeys: "reject", maxIssues: 10 } as const;

/** Calls at every depth of the stack, from the last frame outwards, until there is room again. */
function callNearTheEnd<T>(call: () => T): (T | "no room to call")[] {
  const answers: (T | "no room to call")[] = [];
  call(); // Compiles it, which takes stack of its own.
  const descend = (): void => {
    try {
      descend();
    } catch {
      // The stack is full: from here outwards each frame has a little more room.
    }
    if (answers.length >= 2000) return;
    try {
      answers.push(call());
    } catch {
      answers.push("no room to call");
    }
  };
  descend();
  return answers;
}

describe("validateRequest on a stack that is nearly full", () => {
  test.each([
    ["a good body", GOOD, undefined],
    ["a bad body", BAD, undefined],
    ["a bad body under options", BAD, STRICT],
  ])("throws no more than any other call: %s", (_name, body, options) => {
    const expected = validateRequest(body, options);
    const answers = callNearTheEnd(() => validateRequest(body, options));
    // Where not even an empty function can be called, nobody can answer.
    const first = answers.findIndex((answer) => answer !== "no room to call");
    expect(first).toBeLessThan(100);
    expect(answers.slice(first)).not.toContain("no room to call");
    expect(answers.at(-1)).toEqual(expected);
  });

  test("leaves nothing behind", () => {
    callNearTheEnd(() => validateRequest(BAD, STRICT));
    expect(validateRequest(GOOD)).toEqual({ ok: true, value: GOOD });
    expect(isRequest(GOOD)).toBe(true);
  });
});

describe("validateRequest with options that nobody should give", () => {
  const throwing = {
    get unknownKeys(): "reject" {
      throw new Error("no");
    },
  };
  test.each([
    { maxIssues: 10n },
    { maxIssues: "5" },
    { maxIssues: {} },
    { maxIssues: Symbol("5") },
    { unknownKeys: 5, unknownTypes: [], strictSchemas: {} },
    throwing,
    5,
    "reject",
  ] as unknown as ValidateOptions[])("answers", (options) => {
    expect(validateRequest(BAD, options).ok).toBe(false);
  });

  test("takes a number of issues that is none for the default", () => {
    const result = validateRequest({ ...BAD, truncation: 5 }, { maxIssues: 10n as unknown as number });
    expect(result.ok || result.issues).toHaveLength(1);
  });
});

describe("validateRequest called from the getters of a body", () => {
  /** A bad body whose reading checks another such body, so many levels deep. */
  function nest(depth: number, seen: Validation<unknown>[]): object {
    return {
      get model() {
        if (depth > 0) {
          seen.push(validateRequest(nest(depth - 1, seen), STRICT));
          seen.push(validateRequest(nest(depth - 1, seen)));
        }
        return "gpt-5";
      },
      input: [{ role: "user", content: depth }, { type: "item_reference" }],
      truncation: "never",
    };
  }

  test.each([1, 2, 3, 4])("answers each body for itself, %i deep", (depth) => {
    const seen: Validation<unknown>[] = [];
    const params = ["input[0].content", "input[1].id", "truncation"];
    const outer = validateRequest(nest(depth, seen), STRICT);
    expect(outer.ok || outer.issues.map(({ param }) => param)).toEqual(params);
    expect(seen.length).toBeGreaterThanOrEqual(2 * depth);
    for (const result of seen) {
      const found = result.ok || result.issues.map(({ param }) => param);
      expect([params, params.slice(0, 1)]).toContainEqual(found);
    }
    expect(validateRequest(GOOD)).toEqual({ ok: true, value: GOOD });
  });
});

describe("validateRequest with a proxy without end", () => {
  /** Makes up whatever it is asked for: members, items, and how many there are. */
  const endless = (kind: object): object =>
    new Proxy(kind, {
      get: (_target, key) => {
        if (key === "length") return 2 ** 32 - 1;
        if (typeof key === "symbol") return undefined;
        if (key === "role") return "user";
        return key === "type" ? "message" : endless([]);
      },
    });

  test.each([undefined, STRICT, { maxIssues: 10_000 }])("ends, with %j", (options) => {
    for (const body of [endless({}), { input: endless([]) }, { tools: endless([]) }])
      expect(validateRequest(body, options).ok).toBe(false);
  });

  test("ends where every item is good", () => {
    const items = new Proxy([], {
      get: (_target, key) => (key === "length" ? 2 ** 32 - 1 : { role: "user", content: "Hello" }),
    });
    const result = validateRequest({ input: items });
    expect(result.ok || result.issues[0]?.message).toMatch(/^Invalid 'input': too large\./);
  });

  test("ends where a key throws behind keys without end", () => {
    const wide = (): object =>
      new Proxy(
        {},
        {
          ownKeys: () => Array.from({ length: 1000 }, (_, index) => `key${index}`),
          getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
          get: () => wide(),
        },
      );
    const body = Object.defineProperty({ a: wide() }, "model", {
      enumerable: true,
      get: () => {
        throw new Error("no");
      },
    });
    const result = validateRequest(body);
    expect(result.ok || result.issues[0]?.message).toMatch(/the value cannot be read/);
  });
});

describe("validateRequest under an Object.prototype that somebody has changed", () => {
  const added: string[] = [];
  function poison(key: string, value: unknown): void {
    added.push(key);
    Object.defineProperty(Object.prototype, key, { value, configurable: true, writable: true });
  }
  afterEach(() => {
    for (const key of added.splice(0)) delete (Object.prototype as Record<string, unknown>)[key];
  });

  test("counts what it adds as part of the body", () => {
    poison("truncation", 5);
    const refused = validateRequest(GOOD);
    poison("truncation", "auto");
    const accepted = validateRequest(GOOD);
    expect(refused.ok || refused.issues[0]?.param).toBe("truncation");
    expect(accepted.ok).toBe(true);
  });

  test("judges a body's own members as ever", () => {
    poison("role", "user");
    poison("content", "Hello");
    const result = validateRequest({ input: [{ role: "user", content: 5 }] });
    expect(result.ok || result.issues[0]?.param).toBe("input[0].content");
  });

  test.each([
    "enum",
    "expected",
    "minLength",
    "pattern",
    "code",
    "path",
    "kind",
    "param",
    "value",
    "maxIssues",
  ])("does not throw when it has %s", (key) => {
    for (const value of [5, null, "x", []]) {
      poison(key, value);
      const results = [GOOD, BAD, { truncation: "never" }].map((body) => validateRequest(body, STRICT).ok);
      delete (Object.prototype as Record<string, unknown>)[key];
      expect(results).toEqual([true, false, false]);
    }
  });
});
