import { readFileSync } from "node:fs";
import { didYouMean } from "../validate/words/did-you-mean.js";
import { type Command, type ExitCode, UsageError } from "./command.js";
import { countCommand } from "./count-command.js";
import { printable } from "./report/printable.js";
import { serveCommand } from "./serve-command.js";
import type { Terminal } from "./terminal.js";
import { validateCommand } from "./validate-command.js";

/** The commands by name, in the order of the overview. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["count", countCommand],
  ["validate", validateCommand],
  ["serve", serveCommand],
]);

/** Runs the program with these arguments. Errors that a user can cause end in a line and an exit code. */
export async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === "--version" || name === "-v") {
    terminal.print(readVersion());
    return 0;
  }
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    const topic = COMMANDS.get(rest[0] ?? "");
    terminal.print(topic ? topic.help : overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.get(name);
  if (!command) return refuse(describeUnknown(name), "", terminal);
  const options = rest.slice(0, rest.includes("--") ? rest.indexOf("--") : undefined);
  if (options.includes("--help") || options.includes("-h")) {
    terminal.print(command.help);
    return 0;
  }
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) return refuse(error.message, ` ${name}`, terminal);
    throw error;
  }
}

function describeUnknown(name: string): string {
  return `There is no command '${name.slice(0, 40)}'.${didYouMean(name, [...COMMANDS.keys()], {})}`;
}

function refuse(message: string, command: string, terminal: Terminal): ExitCode {
  terminal.warn(printable(message));
  terminal.warn(`See: input-tokens${command} --help`);
  return 2;
}

function overview(): string {
  const width = Math.max(...[...COMMANDS.keys()].map((name) => name.length));
  const lines = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return [
    "Counts and checks request bodies of POST /responses/input_tokens.",
    "",
    "Usage: input-tokens <command> [options]",
    "",
    ...lines,
    "",
    "Options:",
    "  -h, --help     this text; after a command, its options and examples",
    "  -v, --version  the version",
  ].join("\n");
}

/** The package lies two folders up, in src/ as in dist/. */
function readVersion(): string {
  const file = new URL("../../package.json", import.meta.url);
  const { version } = JSON.parse(readFileSync(file, "utf8")) as { version: string }; // our own package.json
  return version;
}
