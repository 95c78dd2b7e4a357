import type { Difference } from "../drift/compare/difference.js";

/** A difference between two of our own versions: the older one stands at the upstream side. */
export interface Change {
  difference: Difference;
  isBreaking: boolean;
}

/**
 * Says whether a change breaks users. A request breaks when a body that passed does not pass any more or loses its
 * type; an answer breaks when what was promised is gone, may be missing or null, or is refused.
 */
export function judgeChange(difference: Difference): Change {
  return {
    difference,
    isBreaking: difference.side === "request" ? breaksRequest(difference) : breaksResponse(difference),
  };
}

function breaksRequest({ what, effect }: Difference): boolean {
  return what === "only upstream" || effect === "refuse" || effect === "unknown";
}

function breaksResponse({ what, effect }: Difference): boolean {
  if (what === "only upstream") return true;
  if (what === "only ours") return false;
  if (effect === "refuse") return true;
  return effect === "accept" && (what === "required" || what === "nullable" || what === "type");
}
