import { describe, expect, test } from "@jest/globals";
import ts from "typescript";
import { schemaOf, tagsOf } from "../support/document.js";
import { openEditor } from "./support/compile-texts.js";

const IMPORT = 'import type * as Contract from "../../generated/types.js";\n';

/** What an editor offers where the body has a `|`. */
function complete(body: string): string[] {
  const text = `${IMPORT}export const body: Contract.InputTokenCountParams = ${body};`;
  const { service, file } = openEditor(text.replace("|", ""));
  const found = service.getCompletionsAtPosition(file, text.indexOf("|"), {});
  return found?.entries.map(({ name }) => name) ?? [];
}

/** What an editor shows where the mouse rests on the last name of a text. */
function hover(code: string, name: string): { type: string; words: string } {
  const text = IMPORT + code;
  const { service, file } = openEditor(text);
  const info = service.getQuickInfoAtPosition(file, text.lastIndexOf(name));
  return {
    type: ts.displayPartsToString(info?.displayParts),
    words: ts.displayPartsToString(info?.documentation),
  };
}

describe("an editor offers", () => {
  test.each(["user", "system", "developer"])("what may be said by the %s", (role) => {
    const parts = complete(`{ input: [{ role: "${role}", content: [{ type: "|" }] }] }`);
    expect(parts).toEqual(tagsOf("ResponseInputContent"));
  });

  test("the model's own parts to the assistant, too", () => {
    const parts = complete('{ input: [{ role: "assistant", content: [{ type: "|" }] }] }');
    expect(parts.sort()).toEqual(
      [...tagsOf("ResponseInputContent"), ...tagsOf("OutputMessageContent")].sort(),
    );
  });

  test("the known models, though any text is one", () => {
    const [, known] = schemaOf("ResponsesModel").anyOf ?? [];
    expect(complete('{ model: "|" }')).toEqual(known?.enum);
    expect(complete('{ personality: "|" }')).toEqual(["friendly", "pragmatic"]);
  });

  test("every item and tool", () => {
    expect(complete('{ input: [{ type: "|" }] }').sort()).toEqual(tagsOf("ResponseInputItem").sort());
    expect(complete('{ tools: [{ type: "|" }] }').sort()).toEqual(tagsOf("Tool").sort());
  });
});

describe("an editor shows", () => {
  test("names, not what they stand for", () => {
    expect(hover('export type Input = Contract.InputTokenCountParams["input"];', "Input =").type).toBe(
      "type Input = string | Contract.ResponseInputItem[] | null | undefined",
    );
    expect(hover("export type Body = Contract.InputTokenCountParams;", "InputTokenCountParams").type).toBe(
      "interface InputTokenCountParams",
    );
  });

  test.each(["InputTokenCountParams", "ResponseInputItem", "ToolChoice", "ReasoningEffort"])(
    "the words of the fragment at %s",
    (name) => {
      const { words } = hover(`export type Named = Contract.${name};`, name);
      expect(words).toContain(schemaOf(name).description);
    },
  );

  test("the words at a member, and since when it is there", () => {
    const code = "export const call: Contract.ShellCall['caller'] = null;";
    expect(hover(code, "'caller'").words).toBe(
      "Who made the call, the model itself or a program of its own. Since 2026-08.",
    );
  });
});
