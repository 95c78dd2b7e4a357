import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeJudge } from "../../../scripts/recordings/judge.js";
import { readRecordings, type Recording } from "../../../scripts/recordings/read.js";
import { formatScores } from "../../../scripts/recordings/report.js";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "recordings-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function readText(text: string): Promise<Recording[]> {
  const file = join(folder, "recordings.jsonl");
  await writeFile(file, text);
  return collect(readRecordings([file]));
}

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const value of values) all.push(value);
  return all;
}

describe("readRecordings", () => {
  test("takes a line without status for an answered one, and one with an error for a refused one", async () => {
    const lines = [
      { body: { input: "Hi" }, input_tokens: 8 },
      { body: {}, error: { message: "no" } },
    ];
    const read = await readText(`${lines.map((line) => JSON.stringify(line)).join("\n\n")}\n`);
    expect(read.map(({ status }) => status)).toEqual([200, 400]);
  });

  test.each(["{", "5", "{}"])("names the line of %s", async (text) => {
    await expect(readText(`{"body":{}}\n${text}\n`)).rejects.toThrow(/recordings\.jsonl:2 /);
  });
});

describe("makeJudge", () => {
  const recordings: Recording[] = [
    { body: { input: "Hi", stream: true }, status: 200, error: undefined },
    { body: { input: [{ role: "user", content: 5 }] }, status: 200, error: undefined },
    {
      body: { tools: [{ type: "function" }] },
      status: 400,
      error: { message: "Missing required parameter: 'tools[0].name'.", param: "tools[0].name" },
    },
    { body: { input: 5 }, status: 400, error: { message: "No.", param: null } },
    { body: { model: "o1" }, status: 400, error: { message: "The model does not exist.", param: "model" } },
    { body: {}, status: 401, error: { message: "No key.", param: null } },
  ];

  test("counts what is accepted, and how the words compare", () => {
    const judge = makeJudge({ unknownKeys: "reject" });
    for (const recording of recordings) judge.add(recording);
    expect(judge.score).toMatchObject({
      answered: 2,
      accepted: 1,
      refused: { sameWords: 1, otherWords: 1, accepted: 1 },
    });
    expect([...judge.score.refusals.keys()]).toEqual([
      "Invalid type for 'input[n].content': expected one of an array of objects or string, but got an integer instead.",
    ]);
    expect(formatScores([["strict", judge.score]])).toContain("| 1 (50.00 %) |");
  });
});
