import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readText } from "../../../src/cli/read/read-text.js";
import { fakeTerminal } from "../support/fake-terminal.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const read = (input: string | Uint8Array) => readText("-", fakeTerminal({ input }));

describe("readText", () => {
  let files: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => (files = await temporaryFolder({ "a.json": "{}" })));
  afterAll(() => files.remove());

  test("reads a file, and standard input", async () => {
    expect(await readText(files.path("a.json"), fakeTerminal())).toEqual({ text: "{}" });
    expect(await read("é€😀")).toEqual({ text: "é€😀" });
    expect(await read("")).toEqual({ text: "" });
  });

  test("takes the byte order mark away, and hears what it says", async () => {
    expect(await read("\uFEFF{}")).toEqual({ text: "{}" });
    expect(await read(Buffer.from("\uFEFF{}", "utf16le"))).toEqual({ text: "{}" });
    expect(await read(Buffer.from("\uFEFF{}", "utf16le").swap16())).toEqual({ text: "{}" });
  });

  test.each([
    ["an image", PNG, "it is a binary file, not a text"],
    [
      "zeros far behind",
      Buffer.concat([Buffer.alloc(100, 0xff), Buffer.alloc(1)]),
      "it is a binary file, not a text",
    ],
    ["Latin-1", Buffer.from('{"a":"é"}', "latin1"), "it is not a text in UTF-8, or it is a binary file"],
  ])("names %s as what it is", async (_, bytes, problem) => {
    expect(await read(bytes)).toEqual({ problem });
  });

  test("says why there is no text", async () => {
    expect(await readText(files.path("b.json"), fakeTerminal())).toEqual({
      problem: "there is no such file",
    });
    expect(await readText(files.folder, fakeTerminal())).toEqual({ problem: "it cannot be read (EISDIR)" });
  });
});
