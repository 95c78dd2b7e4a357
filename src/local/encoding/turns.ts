/** Milliseconds, and UTF-16 units of text, after which the event loop is free again. */
const MOST_TIME = 10;
const MOST_UNITS = 131_072;

const waiting: (() => void)[] = [];
let isScheduled = false;
/** When the share of this turn of the event loop is used up; undefined before anything was done in it. */
let end: number | undefined;
let unitsLeft = MOST_UNITS;

/** Node, Bun and Deno come back at once; timers of browsers wait for some milliseconds. */
const schedule: (callback: () => void) => unknown =
  typeof setImmediate === "function" ? setImmediate : (callback) => setTimeout(callback, 0);

/**
 * Whether this turn of the event loop has worked long enough on counts, all that run at the same time together.
 * Units are counted beside time, as the clock of some Workers stands still while they compute.
 */
export function isTurnSpent(units: number): boolean {
  unitsLeft -= units;
  const now = performance.now();
  if (end === undefined) {
    end = now + MOST_TIME;
    scheduleTurn();
  }
  return now >= end || unitsLeft <= 0;
}

/**
 * Waits for a turn of one's own.
 * @throws the signal's reason once it has aborted
 */
export async function waitForTurn(signal: AbortSignal | undefined): Promise<void> {
  scheduleTurn();
  await new Promise<void>((resolve) => waiting.push(resolve));
  signal?.throwIfAborted();
}

function scheduleTurn(): void {
  if (isScheduled) return;
  isScheduled = true;
  schedule(beginTurn);
}

function beginTurn(): void {
  isScheduled = false;
  end = undefined;
  unitsLeft = MOST_UNITS;
  waiting.shift()?.();
  if (waiting.length > 0) scheduleTurn();
}
