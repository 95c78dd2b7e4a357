import { ToolError } from "../tool-error.js";
import type { Notes, Shape } from "../wire/shape.js";
import { compareFreeObjects, compareObjects, sayExtraValues, sayLonelyObject } from "./compare-objects.js";
import type { Meeting } from "./compare-objects.js";
import { compareValues, sayOneSided } from "./compare-values.js";
import type { Finding, Knowledge } from "./finding.js";
import { ObjectMerger } from "./merge-objects.js";
import { pairObjects } from "./pair-objects.js";
import type { ObjectPair } from "./pair-objects.js";

/** A finding and every place at which the two shapes meet, the shortest first. */
export interface PlacedFinding {
  finding: Finding;
  places: string[];
}

interface Meet {
  findings: Finding[];
  meetings: Meeting[];
}

interface Visit {
  place: string;
  meeting: Meeting;
  trail: ReadonlySet<string>;
}

const MOST_PLACES = 24;
const MOST_VISITS = 200_000;
const DEEPEST = 200;

/** Walks two shapes side by side from their roots and compares each pair once, however often it is reached. */
export class ShapeComparer {
  readonly #knows: Knowledge;
  readonly #merger = new ObjectMerger();
  readonly #numbers = new Map<Shape, number>();
  readonly #meets = new Map<string, Meet>();

  constructor(knows: Knowledge) {
    this.#knows = knows;
  }

  /** @throws ToolError when the shapes are too large to be walked */
  compare(ours: Shape, upstream: Shape, root: string): PlacedFinding[] {
    const found = new Map<Finding, Set<string>>();
    const visits = new Map<string, number>();
    const queue: Visit[] = [{ place: root, meeting: { label: "", ours, upstream }, trail: new Set() }];
    for (let next = 0; next < queue.length; next++) {
      const { place, meeting, trail } = queue[next] as Visit;
      if (next > MOST_VISITS) throw new ToolError("the schemas are too large to compare");
      if (trail.size > DEEPEST)
        throw new ToolError(`the schemas are nested more than ${DEEPEST} levels deep`);
      const key = `${this.#number(meeting.ours)}:${this.#number(meeting.upstream)}`;
      const count = (visits.get(key) ?? 0) + 1;
      if (trail.has(key) || count > MOST_PLACES) continue;
      visits.set(key, count);
      const meet = this.#meets.get(key) ?? this.#meet(meeting);
      this.#meets.set(key, meet);
      for (const finding of meet.findings) {
        found.set(finding, (found.get(finding) ?? new Set()).add(join(place, finding.label)));
      }
      const further = new Set(trail).add(key);
      for (const child of meet.meetings)
        queue.push({ place: join(place, child.label), meeting: child, trail: further });
    }
    return [...found].map(([finding, places]) => ({ finding, places: [...places] }));
  }

  #meet({ ours, upstream }: Meeting): Meet {
    const findings = compareValues(ours, upstream, this.#knows);
    const meetings: Meeting[] = [];
    if (ours.any || upstream.any) return { findings, meetings };
    if (ours.array && upstream.array) {
      meetings.push({ label: "[]", ours: ours.array.items(), upstream: upstream.array.items() });
    }
    if (ours.objects.length > 0 && upstream.objects.length > 0) {
      const free = compareFreeObjects(ours, upstream);
      if (free) return { findings: [...findings, ...free], meetings };
      for (const pair of pairObjects(ours.objects, upstream.objects)) {
        const met = this.#meetObjects(pair, ours.notes);
        findings.push(...met.findings.map((finding) => ({ ...finding, label: pair.label + finding.label })));
        meetings.push(...met.meetings.map((meeting) => ({ ...meeting, label: pair.label + meeting.label })));
      }
    }
    return { findings, meetings };
  }

  #meetObjects(pair: ObjectPair, notes: Notes): Meet {
    const ours = pair.ours.length > 0 ? this.#merger.merge(pair.ours) : undefined;
    const upstream = pair.upstream.length > 0 ? this.#merger.merge(pair.upstream) : undefined;
    if (!ours || !upstream) {
      const lonely = ours ?? upstream;
      return { findings: lonely ? [sayLonelyObject(lonely, !ours, notes)] : [], meetings: [] };
    }
    const { findings, meetings } = compareObjects(ours, upstream, pair.tags, this.#knows);
    for (const extra of pair.extraValues) findings.push(sayExtraValues(extra, ours));
    if (pair.label !== "" && ours.deprecated !== upstream.deprecated) {
      findings.push(sayOneSided("deprecation", "", upstream.deprecated, "types", "types", ours.notes));
    }
    return { findings, meetings };
  }

  #number(shape: Shape): number {
    const number = this.#numbers.get(shape) ?? this.#numbers.size;
    this.#numbers.set(shape, number);
    return number;
  }
}

function join(place: string, label: string): string {
  return place === "" && label.startsWith(".") ? label.slice(1) : place + label;
}
