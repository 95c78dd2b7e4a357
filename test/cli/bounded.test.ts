import { describe, expect, test } from "@jest/globals";
import { run } from "../../src/cli/run.js";
import { fakeTerminal } from "./support/fake-terminal.js";

/** A body so many times the size may cost so many times more: linear is 16, quadratic 256. */
const FACTOR = 16;
const MOST = 64;

const list = <Item>(length: number, make: (index: number) => Item) =>
  Array.from({ length }, (_, index) => make(index));
const BODIES: [string, number, (size: number) => object][] = [
  ["unknown keys", 500, (size) => Object.fromEntries(list(size, (index) => [`key_${index}`, 1]))],
  [
    "bad items on one line",
    250,
    (size) => ({ input: list(size, () => ({ role: "usr", content: "x".repeat(60) })) }),
  ],
  [
    "good items before the bad one",
    500,
    (size) => ({ input: [...list(size, () => ({ role: "user", content: "x" })), 5] }),
  ],
];

/** Milliseconds of this process's own time, the least of some tries: other processes do not matter. */
async function measure(text: string, format: string, tries: number): Promise<number> {
  const times: number[] = [];
  while (times.length < tries) {
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
    const large = JSON.stringify(make(size * FACTOR), null, 1);
    for (const format of ["text", "json", "github"]) {
      const least = await measure(small, format, 5);
      expect((await measure(large, format, 1)) / least).toBeLessThan(MOST);
    }
  });

  test("does not multiply the number of faults with their depth, and says what it leaves unsaid", async () => {
    const leaf = { type: "and", filters: list(2_000, () => ({ type: "eq", key: 5, value: 1 })) };
    const filters = list(480, () => 0).reduce<object>((inner) => ({ type: "and", filters: [inner] }), leaf);
    const body = { input: "x", tools: [{ type: "file_search", vector_store_ids: ["v"], filters }] };
    const terminal = fakeTerminal({ input: JSON.stringify(body) });
    expect(await run(["validate", "-"], terminal)).toBe(1);
    expect(terminal.out.at(-2)).toBe("<stdin>: there may be more issues than these.\n");
    expect(terminal.out.join("\n").length).toBeLessThan(1_000_000);
  });
});
