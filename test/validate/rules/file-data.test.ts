import { describe, expect, test } from "@jest/globals";
import { issuesOf } from "../../support/faults.js";

const part = (file_data: string): object => ({ type: "input_file", filename: "a", file_data });
const message = (file: string): object => ({ input: [{ role: "user", content: [part(file)] }] });

describe("fileData", () => {
  test.each(["audio/mpeg", "audio/wav", "image/jpeg", "video/mp4", "AUDIO/MPEG"])("refuses %s", (type) => {
    expect(issuesOf(message(`data:${type};base64,AAAA`))).toEqual([
      {
        code: "invalid_value",
        message: `Invalid file data: 'input[0].content[0].file_data'. Expected a base64-encoded data URL with a valid file MIME type (e.g. 'data:text/plain;base64,SGVsbG8sIFdvcmxkIQ=='), but got unsupported MIME type '${type}'. Please see https://platform.openai.com/docs/assistants/tools/file-search#supported-files for supported file types.`,
        param: "input[0].content[0].file_data",
        path: ["input", 0, "content", 0, "file_data"],
      },
    ]);
  });

  test("looks at what a function gives back, too", () => {
    const output = [part("data:audio/mpeg;base64,AAAA")];
    const issues = issuesOf({ input: [{ type: "function_call_output", call_id: "call_1", output }] });
    expect(issues.map((issue) => issue.param)).toEqual(["input[0].output[0].file_data"]);
  });

  test.each([
    "data:application/pdf;base64,JVBERi0=",
    "data:text/plain;base64,SGk=",
    "data:application/vnd.openxmlformats-officedocument.wordprocessingml.document;base64,AAAA",
    "data:application/octet-stream;base64,AAAA",
    "data:;base64,AAAA",
    "JVBERi0=",
    "",
  ])("passes %s", (file) => {
    expect(issuesOf(message(file))).toEqual([]);
  });

  test("reads no more than the head of a file", () => {
    expect(issuesOf(message(`data:${"a".repeat(10_000_000)}`))).toEqual([]);
    const [issue] = issuesOf(message(`data:audio/${"a".repeat(10_000_000)}`));
    expect(issue?.message.length).toBeLessThan(500);
  });
});
