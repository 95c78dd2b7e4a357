import { beforeAll, describe, expect, test } from "@jest/globals";
import type { OneFault } from "../../scripts/fuzz/faults/one-fault.js";
import { makeAllFaults, measureFaults, shareRight } from "../../scripts/fuzz/measure.js";
import { reportMisses, tabulateContenders, tabulateKinds } from "../../scripts/fuzz/report.js";
import { validateRequest } from "../../src/validate/index.js";

let faults: OneFault[];

// `npm run fuzz` arranges arrays in other ways too.
beforeAll(async () => {
  faults = await makeAllFaults(["first"]);
});

describe("makeAllFaults", () => {
  test("breaks every kind of thing in every place", () => {
    const places = new Set(faults.map(({ path }) => path.filter((key) => typeof key === "string").join(".")));
    expect(faults.length).toBeGreaterThan(10_000);
    expect(places.size).toBeGreaterThan(450);
    for (const place of [
      "model",
      "input.content.text",
      "tools.filters.filters.value",
      "tools.environment.skills.path",
    ]) {
      expect(places).toContain(place);
    }
  });
});

describe("validateRequest", () => {
  test("names each fault at its very place, in exactly one issue", () => {
    const result = measureFaults(faults, []);
    expect(reportMisses(result)).toBe("0 faults named wrongly.");
    expect(shareRight(result)).toBe(1);
  });

  test("names the same fault where unknown types pass, save an unknown type itself", () => {
    for (const { kind, body, path } of faults) {
      if (kind === "unknown key") continue;
      const result = validateRequest(body, { unknownTypes: "allow", maxIssues: 10 });
      if (kind === "tag" && path.at(-1) === "type" && result.ok) continue;
      expect([body, result.ok ? [] : result.issues.map((issue) => issue.path)]).toEqual([body, [path]]);
    }
  });
});

describe("measureFaults", () => {
  const blind = { name: "blind", note: "names nothing", namePlaces: () => [] };

  test("counts what a peer names, and says why one cannot be measured", () => {
    const broken = () => {
      throw new Error("it does not work");
    };
    const result = measureFaults(faults.slice(0, 50), [() => blind, broken]);
    expect(result.contenders[1]).toMatchObject({
      name: "blind",
      score: { named: 0, single: 0, right: 0, most: 0 },
    });
    expect(tabulateKinds(result)).toMatch(/^\| fault +\| bodies \|/);
    const text = tabulateContenders(result);
    expect(text).toMatch(/\| blind +\| +0\.00 % \| +0\.00 % \|/);
    expect(text).toContain("blind: names nothing.\n\nNot measured: broken: it does not work");
  });

  test("gives no share where nothing was measured", () => {
    expect(tabulateKinds(measureFaults([], []))).toMatch(/\| all +\| +0 \| +none \|/);
  });
});
