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
    const run = body.valid ? contender.check : contender.explain;
    const failure = describeFailure(contender, value, body.valid);
    return { contender, run, failure, ratios: [] as number[] };
  });
  for (let round = 0; round < ROUNDS; round++) {
    const parse = measureTask(JSON.parse as Work, body.text);
    for (const task of tasks)
      if (task.failure === undefined) task.ratios.push(measureTask(task.run, value) / parse);
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

/** What is measured: one call with one value. */
type Work = (value: unknown) => unknown;

/** A loop of its own for each task, as an application has its own call site: shared ones are never inlined. */
function makeLoop(): (work: Work, value: unknown, calls: number) => unknown {
  // The text is ours and the same each time; only the function is new.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function(
    "work",
    "value",
    "calls",
    "let last; while (calls-- > 0) last = work(value); return last;",
  ) as ReturnType<typeof makeLoop>;
}

/** The median time of one call, in milliseconds. */
function measureTask(work: Work, value: unknown): number {
  const start = performance.now();
  work(value);
  const once = performance.now() - start;
  const calls = Math.max(1, Math.min(10_000, Math.ceil(SAMPLE / Math.max(once, 1e-4))));
  const bench = new Bench({ time: TIME, warmupTime: TIME / 3, iterations: 3 });
  const loop = makeLoop();
  let sink: unknown;
  bench.add("task", () => {
    sink = loop(work, value, calls);
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
