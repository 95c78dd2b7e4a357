import { readRequestId } from "../answer-facts.js";
import { APIError } from "./api-error.js";
import { brand, hasBrand } from "../../input-tokens-error.js";

/**
 * The answer points elsewhere: to another origin, or with a status that turns a POST into a GET. Nothing was sent
 * there.
 */
export class RedirectError extends APIError {
  /** Where the answer points, without query, fragment and credentials; null where the runtime does not tell. */
  readonly location: string | null;

  constructor(status: number, headers: Headers, target: URL | null) {
    const location = target && describeTarget(target);
    const requestId = readRequestId(headers);
    const suffix = requestId === null ? "" : ` (request ${requestId})`;
    const kept = new Headers(headers);
    if (location === null) kept.delete("location");
    else kept.set("location", location);
    const place = location ?? "a place that this runtime does not tell";
    super(status, kept, `${status} The answer points to ${place}; nothing was sent there${suffix}.`, null);
    this.location = location;
  }

  static {
    brand(this, "RedirectError");
  }
}

/** Says whether a value is a {@link RedirectError}, also one from a second copy of this package. */
export function isRedirectError(value: unknown): value is RedirectError {
  return hasBrand(value, "RedirectError");
}

const longestPath = 200;

function describeTarget({ protocol, origin, pathname }: URL): string {
  return origin === "null" ? protocol : origin + pathname.slice(0, longestPath);
}
