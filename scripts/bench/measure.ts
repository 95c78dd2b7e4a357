import { Bench } from "tinybench";
import type { Body } from "./bodies.js";
import type { Contender } from "./contenders.js";

/** One contender on one body: its median time over that of `JSON.parse` of the same text, or why it has none. */
export interface Figure {
  body: string;
  contender: string;
  ratio: number | string;
}

const ROUNDS = 5;
const WARM_UP_ROUNDS = 3;
/** Milliseconds a task and round. */
const TIME = 60;
/** Milliseconds: a sample shorter than this is made of several calls. */
const SAMPLE = 0.05;

/** A contender on a body, and the ratios measured so far. */
interface Task {
  body: Body;
  value: unknown;
  contender: string;
  run: Work;
  failure: string | undefined;
  ratios: number[];
}

/**
 * Measures every contender on every body, in turn over several rounds, in a process in which each has met all
 * bodies through the same call sites: as in a gateway, nothing is optimised for one body. A ratio is the median
 * of the rounds'.
 */
export function measureBodies(bodies: Body[], contenders: Contender[]): Figure[] {
  const tasks = bodies.flatMap((body) => prepareTasks(body, contenders));
  const fit = tasks.filter(({ failure }) => failure === undefined);
  for (let round = 0; round < WARM_UP_ROUNDS; round++)
    for (const { run, value } of fit) callOften(run, value, 20);
  for (let round = 0; round < ROUNDS; round++) {
    for (const body of bodies) {
      const parse = measureTask(JSON.parse as Work, body.text);
      for (const task of fit)
        if (task.body === body) task.ratios.push(measureTask(task.run, task.value) / parse);
    }
  }
  return tasks.map(({ body, contender, failure, ratios }) => ({
    body: body.name,
    contender,
    ratio: failure ?? median(ratios),
  }));
}

function prepareTasks(body: Body, contenders: Contender[]): Task[] {
  const value: unknown = JSON.parse(body.text);
  return contenders.map((contender) => ({
    body,
    value,
    contender: contender.name,
    run: body.valid ? contender.check : contender.explain,
    failure: describeFailure(contender, value, body.valid),
    ratios: [],
  }));
}

function describeFailure(contender: Contender, value: unknown, valid: boolean): string | undefined {
  try {
    return contender.check(value) === valid ? undefined : "wrong verdict";
  } catch (error) {
    return error instanceof RangeError ? "crash" : "error";
  }
}

/** What is measured: one call with one value. */
type Work = (value: unknown) => unknown;

/** The one call site that all tasks share. */
function callOften(work: Work, value: unknown, calls: number): unknown {
  let last;
  while (calls-- > 0) last = work(value);
  return last;
}

/** The median time of one call, in milliseconds. */
function measureTask(work: Work, value: unknown): number {
  const start = performance.now();
  work(value);
  const once = performance.now() - start;
  const calls = Math.max(1, Math.min(10_000, Math.ceil(SAMPLE / Math.max(once, 1e-4))));
  const bench = new Bench({ time: TIME, warmupTime: TIME / 3, iterations: 3 });
  let sink: unknown;
  bench.add("task", () => {
    sink = callOften(work, value, calls);
  });
  bench.runSync();
  const [task] = bench.tasks;
  if (task?.result.state !== "completed")
    throw new Error(`A task of the benchmark failed (last value ${typeof sink}).`);
  return task.result.latency.p50 / calls;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}
