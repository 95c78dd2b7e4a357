import type { CountFunction } from "../../../src/gateway/types.js";

/** Counts the characters of the body's JSON, so that a test sees which body arrived; 0 for none. */
export const countCharacters: CountFunction = (body) =>
  Promise.resolve({
    object: "response.input_tokens",
    input_tokens: body === undefined ? 0 : JSON.stringify(body).length,
  });
