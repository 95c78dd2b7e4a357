/** Paints a text for a terminal. */
export type Paint = (text: string) => string;

/** The few colours that the commands use; each leaves the text alone where colours are off. */
export interface Painter {
  bold: Paint;
  dim: Paint;
  red: Paint;
  yellow: Paint;
}

/** What a command sees of the process: its streams, its environment and the wish to stop. */
export interface Terminal {
  /** Writes a line of the result to standard output. */
  print(line: string): void;
  /** Writes a line about the run, such as an error, to standard error. */
  warn(line: string): void;
  /** Shows a passing line on standard error, replaced by the next one; undefined where nobody would see it. */
  status?: ((line: string) => void) | undefined;
  /** The bytes of standard input. */
  readInput(): AsyncIterable<Uint8Array>;
  /** Calls `stop` at SIGINT or SIGTERM, in place of ending the process; a second signal ends it. */
  onStop(stop: () => void): void;
  /** Colours for standard output. */
  paint: Painter;
  /** Colours for standard error. */
  paintWarning: Painter;
  /** Characters in a line of standard output. */
  width: number;
  /** Lines that are seen at once. */
  height: number;
  /** Environment variables. */
  env: Readonly<Record<string, string | undefined>>;
}

const ERASE_LINE = "\r\u001b[K";
/** Exit code of a program that a signal ended: 128 and the signal's number. */
const INTERRUPTED = 130;
/** That of SIGPIPE: as other programs end whose reader went away, and never success, for faults may have been unread. */
const PIPE_CLOSED = 141;
/** Characters in a line where no terminal says how many. */
const USUAL_WIDTH = 80;
/** Lines at once where no terminal says how many: a log is read by scrolling. */
const USUAL_HEIGHT = 40;

/** The terminal of this process; a closed pipe and SIGINT end it without a word. */
export function processTerminal(): Terminal {
  const { stdout, stderr, stdin, env } = process;
  let showsStatus = false;
  const clearStatus = (): void => {
    if (showsStatus) stderr.write(ERASE_LINE);
    showsStatus = false;
  };
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) =>
      process.exit(error.code === "EPIPE" ? PIPE_CLOSED : 2),
    );
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
    status: stderr.isTTY
      ? (line) => {
          stderr.write(ERASE_LINE + line);
          showsStatus = line !== "";
        }
      : undefined,
    readInput: () => stdin,
    onStop(stop) {
      const begin = (): void => {
        process.off("SIGINT", begin).off("SIGTERM", begin).once("SIGINT", interrupt);
        stop();
      };
      process.off("SIGINT", interrupt).on("SIGINT", begin).on("SIGTERM", begin);
    },
    paint: createPainter(wantsColours(stdout.isTTY, env)),
    paintWarning: createPainter(wantsColours(stderr.isTTY, env)),
    width: stdout.isTTY ? stdout.columns : USUAL_WIDTH,
    height: stdout.isTTY ? stdout.rows : USUAL_HEIGHT,
    env,
  };
}

/** Makes the colours, or plain text where they are not wanted. */
export function createPainter(colours: boolean): Painter {
  const paint = (open: number, close: number): Paint =>
    colours ? (text) => `\u001b[${open}m${text}\u001b[${close}m` : (text) => text;
  return { bold: paint(1, 22), dim: paint(2, 22), red: paint(31, 39), yellow: paint(33, 39) };
}

/** Whether a stream gets colours: what FORCE_COLOR says, else NO_COLOR, else whether it is a terminal that has them. */
function wantsColours(
  isTerminal: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) return !["0", "false"].includes(forced);
  return Boolean(isTerminal) && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}
