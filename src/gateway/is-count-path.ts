const SUFFIX = "/responses/input_tokens";

/** Tells whether a path with or without a query, such as `/v1/responses/input_tokens`, is the count endpoint. */
export function isCountPath(path: string): boolean {
  const query = path.indexOf("?");
  return path.endsWith(SUFFIX, query < 0 ? path.length : query);
}
