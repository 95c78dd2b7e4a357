/** A number with its noun, such as `1 request` or `1,200 requests`. */
export function countOf(count: number, noun: string): string {
  return `${formatNumber(count)} ${noun}${count === 1 ? "" : "s"}`;
}

/** A number with commas between thousands. */
export function formatNumber(value: number): string {
  return value.toLocaleString("en-US");
}
