import type { Shape } from "../wire/shape.js";
import { ShapeComparer } from "./compare-shapes.js";
import { mergeFindings } from "./difference.js";
import type { Difference } from "./difference.js";
import type { Knowledge } from "./finding.js";

/** The endpoint as one source describes it. */
export interface Contract {
  request: Shape;
  response: Shape;
  knows: Knowledge;
}

/** Compares request and response of two sources, as far as both can tell. */
export function compareContracts(ours: Contract, upstream: Contract): Difference[] {
  const knows: Knowledge = {
    limits: ours.knows.limits && upstream.knows.limits,
    defaults: ours.knows.defaults && upstream.knows.defaults,
    anything: ours.knows.anything && upstream.knows.anything,
  };
  const comparer = new ShapeComparer(knows);
  return [
    ...mergeFindings("request", comparer.compare(ours.request, upstream.request, "")),
    ...mergeFindings("response", comparer.compare(ours.response, upstream.response, "response")),
  ];
}
