import { text as readAll } from "node:stream/consumers";
import { createPainter, type Painter } from "./painter.js";

/** What a command sees of the process: its streams, its environment and the wish to stop. */
export interface Terminal {
  /** Writes a line of the result to standard output. */
  print(line: string): void;
  /** Writes a line about the run, such as an error, to standard error. */
  warn(line: string): void;
  /** Shows a passing line on standard error, replaced by the next one; undefined where nobody would see it. */
  status?: ((line: string) => void) | undefined;
  /** Reads standard input to its end. */
  readInput(): Promise<string>;
  /** Calls `stop` at SIGINT or SIGTERM, in place of ending the process; a second signal ends it. */
  onStop(stop: () => void): void;
  /** Colours for standard output. */
  paint: Painter;
  /** Environment variables. */
  env: Readonly<Record<string, string | undefined>>;
}

const ERASE_LINE = "\r\u001b[K";
/** Exit code of a program that SIGINT ended: 128 and the signal's number. */
const INTERRUPTED = 130;

/** The terminal of this process; a closed pipe and SIGINT end it without a word. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  const watched = Boolean(stderr.isTTY);
  let showsStatus = false;
  const clearStatus = (): void => {
    if (showsStatus) stderr.write(ERASE_LINE);
    showsStatus = false;
  };
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
  }
  const interrupt = (): void => {
    clearStatus();
    process.exit(INTERRUPTED);
  };
  process.once("SIGINT", interrupt);
  return {
    print(line) {
      clearStatus();
      stdout.write(`${line}\n`);
    },
    warn(line) {
      clearStatus();
      stderr.write(`${line}\n`);
    },
    status: watched
      ? (line) => {
          stderr.write(ERASE_LINE + line);
          showsStatus = line !== "";
        }
      : undefined,
    readInput: () => readAll(stdin),
    onStop(stop) {
      const begin = (): void => {
        process.off("SIGINT", begin).off("SIGTERM", begin).once("SIGINT", interrupt);
        stop();
      };
      process.off("SIGINT", interrupt).on("SIGINT", begin).on("SIGTERM", begin);
    },
    paint: createPainter(Boolean(stdout.isTTY) && !env["NO_COLOR"] && env["TERM"] !== "dumb"),
    env,
  };
}
