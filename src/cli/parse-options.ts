import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./command.js";
import { messageOf } from "./error-facts.js";

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
    throw new UsageError(`${messageOf(error).replace(/\.(\s.*)?$/s, "")}.`);
  }
}
