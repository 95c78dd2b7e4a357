import { createPainter } from "../../../src/cli/painter.js";
import type { Terminal } from "../../../src/cli/terminal.js";

/** A terminal that keeps what is written to it. */
export interface FakeTerminal extends Terminal {
  out: string[];
  err: string[];
  passing: string[];
  /** What a signal would do to the real one. */
  stop(): void;
}

/** Makes a terminal without colours and without a key. */
export function fakeTerminal({
  input = "",
  env = {},
  watched = false,
}: { input?: string; env?: Record<string, string>; watched?: boolean } = {}): FakeTerminal {
  const out: string[] = [];
  const err: string[] = [];
  const passing: string[] = [];
  let onStop = (): void => undefined;
  return {
    out,
    err,
    passing,
    print: (line) => void out.push(line),
    warn: (line) => void err.push(line),
    status: watched ? (line) => void passing.push(line) : undefined,
    readInput: () => Promise.resolve(input),
    onStop: (stop) => (onStop = stop),
    stop: () => onStop(),
    paint: createPainter(false),
    env,
  };
}
