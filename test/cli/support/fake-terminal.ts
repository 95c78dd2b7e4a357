import { Readable } from "node:stream";
import { createPainter, type Terminal } from "../../../src/cli/terminal.js";

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
}: { input?: string | Uint8Array; env?: Record<string, string>; watched?: boolean } = {}): FakeTerminal {
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
    readInput: () => Readable.from([Buffer.from(input)]),
    onStop: (stop) => (onStop = stop),
    stop: () => onStop(),
    paint: createPainter(false),
    paintWarning: createPainter(false),
    width: 80,
    height: 40,
    env,
  };
}
