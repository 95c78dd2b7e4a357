import type { InputTokenCountParams } from "../../../generated/types.js";
import { createLocalCounter } from "../../../src/local/index.js";

/** Counts a body whose texts cost nothing, and tells which were read. The types would not let every body through. */
export async function readBody(body: unknown) {
  const texts: string[] = [];
  const tokenizer = (text: string) => {
    texts.push(text);
    return 0;
  };
  const count = await createLocalCounter({ tokenizer }).count(body as InputTokenCountParams);
  return { ...count, text: texts.join("") };
}

/** What items of the input cost gpt-5 beyond the answer's beginning, and which texts were read. */
export async function readItems(...input: unknown[]) {
  const { text, input_tokens, range, left_out } = await readBody({ model: "gpt-5", input });
  return { text, tokens: input_tokens - 2, range: range.map((end) => end && end - 2), left_out };
}
