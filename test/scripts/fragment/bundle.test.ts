import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { join, relative } from "node:path";
import { bundleFragment } from "../../../scripts/fragment/bundle.js";
import { FragmentError, type Problem } from "../../../scripts/fragment/problem.js";
import { broken } from "../support/broken-fragments.js";
import { copyFragment, type FragmentCopy } from "../support/fragment-copy.js";

let copy: FragmentCopy;
beforeAll(async () => void (copy = await copyFragment()));
afterAll(() => copy.remove());

describe("bundleFragment", () => {
  test.each(broken)(
    "refuses $name, with file, line and cure",
    async ({ file, text, replacement, problems }) => {
      await copy.edit(file, text, replacement);
      const error: unknown = await bundleFragment(copy.folder).catch((reason: unknown) => reason);
      await copy.restore(file);
      expect(error).toBeInstanceOf(FragmentError);
      expect((error as FragmentError).problems.map(say)).toEqual(problems);
    },
  );

  test("gives the document and its hash, the same ones each time", async () => {
    const [one, other] = [await bundleFragment(copy.folder), await bundleFragment(copy.folder)];
    expect(one).toEqual(other);
    expect(one).toEqual(await bundleFragment());
    await copy.edit("openapi.yaml", "  title: Input token counts\n", "  title: Input token counts.\n");
    expect((await bundleFragment(copy.folder)).hash).not.toBe(one.hash);
  });
});

describe("FragmentError", () => {
  test("says one line a problem, with the file as seen from here", () => {
    const place = { file: join(process.cwd(), "openapi/a.yaml"), line: 3, column: 1 };
    const error = new FragmentError([
      { ...place, message: "One." },
      { ...place, line: 5, message: "Two." },
    ]);
    expect(error.message).toBe("openapi/a.yaml:3:1 One.\nopenapi/a.yaml:5:1 Two.");
  });
});

function say({ file, line, column, message }: Problem): string {
  const words = message
    .replaceAll(relative(process.cwd(), copy.folder), "<folder>")
    .replaceAll(copy.folder, "<folder>");
  return `${relative(copy.folder, file)}:${line}:${column} ${words}`;
}
