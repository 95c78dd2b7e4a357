import { describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/run.js";
import { fakeTerminal } from "./support/fake-terminal.js";

/** How much more a body of four times the size may cost: linear is 4, quadratic 16. */
const MOST = 8;

const list = <Item>(length: number, make: (index: number) => Item) =>
  Array.from({ length }, (_, index) => make(index));
const BODIES: [string, number, (size: number) => object][] = [
  ["unknown keys", 1_000, (size) => Object.fromEntries(list(size, (index) => [`key_${index}`, 1]))],
  [
    "bad items on one line",
    1_000,
    (size) => ({ input: list(size, () => ({ role: "usr", content: "x".repeat(60) })) }),
  ],
  [
    "good items before the bad one",
    2_000,
    (size) => ({ input: [...list(size, () => ({ role: "user", content: "x" })), 5] }),
  ],
];

/** Milliseconds of this process's own time, the least of some tries: other processes do not matter. */
async function measure(text: string, format: string): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 3; tries++) {
    const before = process.cpuUsage();
    expect(await run(["validate", "--strict", "--format", format, "-"], fakeTerminal({ input: text }))).toBe(
      1,
    );
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
}

describe("the time of validate", () => {
  test.each(BODIES)("grows with %s, not with their square", async (_, size, make) => {
    const small = JSON.stringify(make(size), null, 1);
    const large = JSON.stringify(make(size * 4), null, 1);
    for (const format of ["text", "json", "github"]) {
      await measure(small, format); // so that both meet code that has run
      expect((await measure(large, format)) / (await measure(small, format))).toBeLessThan(MOST);
    }
  });

  test("does not multiply the number of faults with their depth, and says what it leaves unsaid", async () => {
    const leaf = { type: "and", filters: list(2_000, () => ({ type: "eq", key: 5, value: 1 })) };
    const filters = list(480, () => 0).reduce<object>((inner) => ({ type: "and", filters: [inner] }), leaf);
    const body = { input: "x", tools: [{ type: "file_search", vector_store_ids: ["v"], filters }] };
    const terminal = fakeTerminal({ input: JSON.stringify(body) });
    expect(await run(["validate", "-"], terminal)).toBe(1);
    expect(terminal.out.at(-2)).toBe("<stdin>: there are more issues than these.\n");
    expect(terminal.out.join("\n").length).toBeLessThan(1_000_000);
  });
});
