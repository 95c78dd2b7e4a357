import { describe, expect, test } from "@jest/globals";
import { emitDeclarations } from "./support/compile-texts.js";

describe("a module that passes a body on", () => {
  test("is declared by names", () => {
    const text = `import type { InputTokenCountParams } from "../../generated/types.js";
import { validateRequest } from "../../src/validate/index.js";
declare const body: InputTokenCountParams;
export const pass = (given: InputTokenCountParams) => given.input;
export const { model, tools, tool_choice } = body;
export const checked = validateRequest(body);
`;
    expect(emitDeclarations(text))
      .toBe(`import type { InputTokenCountParams } from "../../generated/types.js";
export declare const pass: (given: InputTokenCountParams) => string | import("../../generated/types.js").ResponseInputItem[] | null | undefined;
export declare const model: import("../../generated/types.js").ResponsesModel | null | undefined, tools: import("../../generated/types.js").Tool[] | null | undefined, tool_choice: import("../../generated/types.js").ToolChoice | null | undefined;
export declare const checked: import("../../src/validate/types.js").Validation<InputTokenCountParams>;
`);
  });

  test("is declared by the names of the members where it adds to the body", () => {
    const text = `import type { InputTokenCountParams } from "../../generated/types.js";
export const withModel = (body: InputTokenCountParams) => ({ ...body, model: "gpt-5" });
`;
    const declarations = emitDeclarations(text);
    expect(declarations).toContain(
      'input?: string | import("../../generated/types.js").ResponseInputItem[] | null;',
    );
    expect(declarations.length).toBeLessThan(1_200);
  });
});
