import { parseArgs, type ParseArgsConfig } from "node:util";
import { ConfigurationError } from "../client/index.js";
import { didYouMean } from "../validate/words/did-you-mean.js";
import { messageOf } from "./error-facts.js";
import type { Terminal } from "./terminal.js";

/** How a run ended: 0 well, 1 with a bad body or a refused count, 2 with wrong usage or an unreadable file. */
export type ExitCode = 0 | 1 | 2;

/** One command of the program. */
export interface Command {
  /** What it does, in one line for the overview. */
  summary: string;
  /** Its help: usage, options, examples, exit codes. */
  help: string;
  /**
   * Runs it with the arguments after its name.
   * @throws {UsageError} when the arguments make no sense
   */
  run(args: string[], terminal: Terminal): Promise<ExitCode>;
}

/** Thrown when a command is called in a way that it does not know. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The options of a command, as node:util's parseArgs takes them. */
type Options = NonNullable<ParseArgsConfig["options"]>;

type Parsed<T extends Options> = ReturnType<
  typeof parseArgs<{ options: T; allowPositionals: true; strict: true }>
>;

/**
 * Reads a command's options and positional arguments.
 * @throws {UsageError} for an option that is unknown or lacks its value
 */
export function parseOptions<const T extends Options>(args: string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    // Its first sentence; the others are hints for rarer cases.
    const message = messageOf(error).replace(/\.(\s.*)?$/s, "");
    const unknown = /^Unknown option '(--[^']*)'/.exec(message)?.[1] ?? "";
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new UsageError(`${message}.${didYouMean(unknown, known, {})}`);
  }
}

/** The options by which every command chooses between text and JSON. */
export const FORMAT_FLAGS = { format: { type: "string" }, json: { type: "boolean" } } as const;

/**
 * The format that the options ask for; `--json` is short for `--format json`.
 * @throws {UsageError} when it is none of those that the command knows, or the two disagree
 */
export function chooseFormat<Format extends string>(
  { format, json }: { format?: string | undefined; json?: boolean | undefined },
  known: readonly Format[],
): Format {
  const wanted = format ?? (json ? "json" : "text");
  const found = known.find((name) => name === wanted);
  if (found === undefined) throw new UsageError(`--format takes one of ${known.join(", ")}.`);
  if (json && found !== "json") throw new UsageError(`--json and --format ${found} exclude each other.`);
  return found;
}

/**
 * Makes something of options that came from the command line.
 * @throws {UsageError} when it cannot work with them
 */
export function explainOptions<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    throw error instanceof ConfigurationError ? new UsageError(error.message) : error;
  }
}
