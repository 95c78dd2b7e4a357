import { describe, expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import {
  COLUMNS,
  findRegressions,
  toFigure,
  toRows,
  type Figure,
} from "../../../scripts/ecosystem/figures.js";
import { TOOLS } from "../../../scripts/ecosystem/tools.js";
import { formatTable } from "../../../scripts/package/table.js";

const tool = { name: "a tool", reads: "openapi.json", packages: [], program: "a.mjs" };
const shares = JSON.parse(
  readFileSync(new URL("../../../scripts/ecosystem/shares.json", import.meta.url), "utf8"),
) as Figure[];

describe("toFigure", () => {
  test("rounds down, so that 100 % is all", () => {
    const share = { valid: [696, 696], faulty: [1409, 1410] } as const;
    expect(toFigure(tool, { share: { valid: [...share.valid], faulty: [...share.faulty] } })).toEqual({
      tool: "a tool",
      reads: "openapi.json",
      valid: 100,
      faulty: 99.9,
    });
  });

  test("counts a linter's problems", () => {
    expect(toFigure(tool, { problems: ["one", "two"] })).toEqual({
      tool: "a tool",
      reads: "openapi.json",
      problems: 2,
    });
  });
});

describe("findRegressions", () => {
  const before: Figure = { tool: "a tool", reads: "openapi.json", valid: 100, faulty: 99 };

  test("lets what is as good or better pass", () => {
    expect(findRegressions(before, before)).toEqual([]);
    expect(findRegressions({ ...before, faulty: 99.5 }, before)).toEqual([]);
  });

  test("names what is worse", () => {
    expect(findRegressions({ ...before, valid: 99.9, faulty: 98 }, before)).toEqual([
      "a tool: 99.9 % of the valid bodies are taken, and it was 100 %.",
      "a tool: 98 % of the bodies with one fault are refused, and it was 99 %.",
    ]);
    expect(
      findRegressions({ tool: "b", reads: "a", problems: 2 }, { tool: "b", reads: "a", problems: 1 }),
    ).toEqual(["b: 2 problems are found, and it was 1."]);
  });

  test("asks for the figures of a new tool", () => {
    expect(findRegressions(before, undefined)).toEqual(["a tool is not in shares.json; run with --keep."]);
  });
});

describe("shares.json", () => {
  test("has every tool, in the order of the list", () => {
    expect(shares.map((figure) => figure.tool)).toEqual(TOOLS.map(({ name }) => name));
  });

  test("says that every validator takes every valid body", () => {
    for (const figure of shares.filter(({ valid }) => valid !== undefined)) expect(figure.valid).toBe(100);
  });

  test("is what the README shows", () => {
    const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
    const table = /<!-- ecosystem:begin -->\n([^]*?)\n<!-- ecosystem:end -->/.exec(readme)?.[1];
    expect(table).toBe(formatTable(COLUMNS, toRows(shares)));
  });
});
