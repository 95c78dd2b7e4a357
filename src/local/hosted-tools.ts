/**
 * The fewest tokens that the provider was seen to add for a tool of its own, by the beginning of its type, which may
 * go on with a date. What such a tool returns within the answer is counted too and cannot be known before. In
 * brackets: recorded requests.
 */
const LEAST: readonly (readonly [RegExp, number])[] = [
  [/^web_search/, 294], // [40]
  [/^apply_patch/, 623], // [3], gpt-5.1
  [/^image_generation/, 342], // [2], gpt-5
  [/^computer_use/, 485], // [1]
  [/^tool_search/, 505], // [3], gpt-5.4
];

/** The least that a hosted tool of this type is known to cost, in tokens; 0 where nothing is known. */
export function leastCostOf(type: unknown): number {
  return (typeof type === "string" && LEAST.find(([name]) => name.test(type))?.[1]) || 0;
}
