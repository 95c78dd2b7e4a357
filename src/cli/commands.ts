import type { Command } from "./command.js";
import { countCommand } from "./count-command.js";
import { serveCommand } from "./serve-command.js";
import { validateCommand } from "./validate-command.js";

/** The commands by name, in the order of the overview. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ["count", countCommand],
  ["validate", validateCommand],
  ["serve", serveCommand],
]);
