import { describe, expect, test } from "@jest/globals";
import { branchesOf, document, schemaOf, tagsOf } from "../support/document.js";

/** The classes of a union: its branches, and those of unions among them. */
function classesOf(name: string): string[] {
  const found = branchesOf(name).flatMap((branch) => {
    const { oneOf, anyOf, properties } = schemaOf(branch);
    return (oneOf ?? anyOf) && !properties ? classesOf(branch) : [branch];
  });
  return [...new Set(found)];
}

describe("the fragment", () => {
  test("has the 33 item classes of the reference", () => {
    expect(classesOf("ResponseInputItem")).toHaveLength(33);
  });

  test("has the 16 tool classes of the reference, by 18 tags", () => {
    expect(classesOf("Tool")).toHaveLength(16);
    expect(tagsOf("Tool")).toHaveLength(18);
  });

  test("has the 9 tool choices of the reference: three modes and eight objects", () => {
    expect(classesOf("ToolChoice")).toHaveLength(9);
    expect(schemaOf("ToolChoiceOptions").enum).toEqual(["none", "auto", "required"]);
    expect(classesOf("ToolChoiceObject")).toHaveLength(8);
  });

  test("has the 3 text formats of the reference", () => {
    expect(classesOf("ResponseFormatTextConfig")).toHaveLength(3);
  });

  test("has one operation, with every answer", () => {
    expect(Object.keys(document.paths)).toEqual(["/responses/input_tokens"]);
    const { post } = document.paths["/responses/input_tokens"] as { post: { responses: object; requestBody: object; parameters: object[] } };
    expect(Object.keys(post.responses)).toEqual(["200", "400", "401", "403", "404", "429", "5XX"]);
    expect(post.requestBody).toMatchObject({ required: false });
    expect(post.parameters).toMatchObject([{ name: "OpenAI-Organization" }, { name: "OpenAI-Project" }]);
  });

  test("requires no member of a request", () => {
    expect(schemaOf("InputTokenCountParams").required).toBeUndefined();
  });
});
