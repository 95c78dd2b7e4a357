import { afterEach, describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { childEnvironment } from "../../../scripts/package/child-environment.js";

const kept = { ...process.env };
afterEach(() => {
  process.env = { ...kept };
});

describe("childEnvironment", () => {
  test("makes a child print plain text though the terminal asks for colours", () => {
    process.env["FORCE_COLOR"] = "1";
    const print = ["-e", "console.log(11, process.stdout.hasColors?.() ?? false)"];
    expect(execFileSync(process.execPath, print, { env: childEnvironment(), encoding: "utf8" })).toBe(
      "11 false\n",
    );
  });

  test("passes on no account of the provider's", () => {
    process.env["OPENAI_API_KEY"] = "sk-own";
    process.env["OPENAI_ORG_ID"] = "org-own";
    const names = Object.keys(childEnvironment({ OPENAI_BASE_URL: "http://127.0.0.1:1/v1" }));
    expect(names.filter((name) => name.startsWith("OPENAI_"))).toEqual(["OPENAI_BASE_URL"]);
  });

  test("adds what is given, and takes away what is given as undefined", () => {
    process.env["SETTING"] = "outer";
    expect(childEnvironment({ SETTING: "inner" })["SETTING"]).toBe("inner");
    expect("SETTING" in childEnvironment({ SETTING: undefined })).toBe(false);
    expect(childEnvironment()["PATH"]).toBe(process.env["PATH"]);
  });
});
