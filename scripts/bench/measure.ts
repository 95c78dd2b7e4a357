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
/** Milliseconds a task and round. */
const TIME = 60;
/** Milliseconds: a sample shorter than this is made of several calls. */
const SAMPLE = 0.05;

/** Measures every contender on one body, interleaved over rounds; ratios are medians of the rounds' ratios. */
export function measureBody(body: Body, contenders: Contender[]): Figure[] {
  const value: unknown = JSON.parse(body.text);
  const tasks = contenders.map((contender) => {
    const run = body.valid ? () => contender.check(value) : () => contender.explain(value);
    const failure = describeFailure(contender, value, body.valid);
    return { contender, run, failure, ratios: [] as number[] };
  });
  for (let round = 0; round < ROUNDS; round++) {
    const parse = measureTask(() => JSON.parse(body.text) as unknown);
    for (const task of tasks) if (task.failure === undefined) task.ratios.push(measureTask(task.run) / parse);
  }
  return tasks.map(({ contender, failure, ratios }) => ({
    body: body.name,
    contender: contender.name,
    ratio: failure ?? median(ratios),
  }));
}

function describeFailure(contender: Contender, value: unknown, valid: boolean): string | undefined {
  try {
    return contender.check(value) === valid ? undefined : "wrong verdict";
  } catch (error) {
    return error instanceof RangeError ? "crash" : "error";
  }
}

/** The median time of one call, in milliseconds. */
function measureTask(run: () => unknown): number {
  const start = performance.now();
  run();
  const once = performance.now() - start;
  const calls = Math.max(1, Math.min(10_000, Math.ceil(SAMPLE / Math.max(once, 1e-4))));
  const bench = new Bench({ time: TIME, warmupTime: TIME / 3, iterations: 3 });
  let sink: unknown;
  bench.add("task", () => {
    for (let call = 0; call < calls; call++) sink = run();
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
