import { validateRequest } from "../../src/validate/index.js";
import { buildValue } from "../fuzz/faults/build.js";
import { Fragment, readDocument } from "../fuzz/fragment.js";
import { copy, isObject, readSlot, writeSlot, type Json, type Slot } from "../fuzz/json.js";

/** Put where the fragment takes any text: that of a sample is a letter or a word, that of a real request is not. */
const TEXT = "Orders of the last month, with the sum and the day of each. ".repeat(6);

const document = readDocument();
const fragment = new Fragment(document);

/**
 * A body with so many items and tools, of every kind that the fragment knows: those of its examples, and one
 * with the required members alone of each kind that no example has. The item that has to be the last one is.
 */
export function makeEveryKind(items: number, tools: number): Record<string, unknown> {
  const takes = (item: Json): boolean => fits({ input: [item, { role: "user", content: "Hello" }] });
  const takesLast = (item: Json): boolean => fits({ input: [item] });
  const takesTool = (tool: Json): boolean => fits({ tools: [tool] });
  const examples = readExamples();
  const all = listKinds(
    "ResponseInputItem",
    examples.flatMap(({ input }) => input ?? []),
    takesLast,
  );
  return {
    model: "gpt-5",
    input: [...repeat(all.filter(takes), items - 1), ...all.filter((item) => !takes(item)).slice(0, 1)],
    tools: repeat(
      listKinds(
        "Tool",
        examples.flatMap((body) => body.tools ?? []),
        takesTool,
      ),
      tools,
    ),
    tool_choice: "auto",
    reasoning: { effort: "medium", summary: "auto" },
  };
}

/** The bodies that the fragment gives as examples, as far as they are lists of items and of tools. */
function readExamples(): { input?: Json[]; tools?: Json[] }[] {
  const examples = Object.values((document.components["examples"] ?? {}) as Record<string, { value: Json }>);
  return examples.flatMap(({ value }) => {
    if (!isObject(value)) return [];
    const { input, tools } = value;
    return [{ ...(Array.isArray(input) && { input }), ...(Array.isArray(tools) && { tools }) }];
  });
}

/** The examples, and a value of each branch that none of them takes; all but those that a rule refuses. */
function listKinds(union: string, examples: Json[], takes: (value: Json) => boolean): Json[] {
  const met = new Set(examples.map((example) => (isObject(example) ? example["type"] : undefined)));
  const built = fragment
    .leaves(fragment.named(union))
    .map((leaf) => buildValue(fragment, leaf, "least"))
    .filter((value) => isObject(value) && !met.has(value["type"]));
  const values = [...copy(examples), ...built].filter(takes);
  for (const value of values) {
    for (const slot of listSlots(value)) {
      const letter = readSlot(slot);
      writeSlot(slot, TEXT);
      if (!takes(value)) writeSlot(slot, letter);
    }
  }
  return values;
}

/** Where the letters of a value stand. */
function listSlots(value: Json): Slot[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, Json]) =>
    inner === "x" ? [{ container: value, key }] : listSlots(inner),
  );
}

function fits(body: object): boolean {
  return validateRequest(body).ok;
}

function repeat<T>(values: T[], length: number): T[] {
  return Array.from({ length }, (_, index) => values[index % values.length] as T);
}
