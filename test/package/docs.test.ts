import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findChromium, launchChromium } from "../../scripts/package/launch-chromium.js";
import { ROOT } from "../../scripts/package/root.js";
import { run } from "../../scripts/package/run.js";

const inBrowser = (await findChromium()) ? test : test.skip;

let folder: string;
let page: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "input-tokens-docs-"));
  page = join(folder, "index.html");
  await run(process.execPath, ["--import", "tsx", "scripts/package/docs.ts", "--out", folder], { cwd: ROOT });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("npm run docs", () => {
  test("writes one page that holds the document and names no script, style or picture elsewhere", async () => {
    const html = await readFile(page, "utf8");
    expect(html.includes("countInputTokens")).toBe(true); // not toContain: the page is 2.6 MB long
    expect(/<(?:script|link|img)[^>]+(?:src|href)="https?:/.test(html)).toBe(false);
  });

  inBrowser(
    "writes a page that opens in Chromium without a fault or a request (skipped where there is none)",
    async () => {
      const browser = await launchChromium();
      try {
        const tab = await browser.newPage();
        const seen: string[] = [];
        tab.on("pageerror", (error) => seen.push(error.message));
        tab.on("console", (message) => message.type() === "error" && seen.push(message.text()));
        tab.on(
          "request",
          (request) => !/^(?:data|blob|file):/.test(request.url()) && seen.push(request.url()),
        );
        await tab.goto(pathToFileURL(page).href);
        await tab.getByText("/responses/input_tokens").first().click();
        for (const name of ["previous_response_id", "parallel_tool_calls", "truncation"]) {
          await tab.getByText(name, { exact: true }).first().waitFor({ timeout: 10_000 });
        }
        expect(seen).toEqual([]);
      } finally {
        await browser.close();
      }
    },
  );
});
