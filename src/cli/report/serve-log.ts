import type { ValidationIssue } from "../../validate/index.js";
import type { Terminal } from "../terminal.js";
import { printable, printableJson } from "./printable.js";

/** What is written of a server's life. */
export interface ServeLog {
  begin(url: string, estimates: boolean): void;
  answer(access: { method: string; path: string; status: number; ms: number }): void;
  warn(warning: ValidationIssue): void;
}

/** For people: a line each. */
export function logAsText(terminal: Terminal): ServeLog {
  return {
    begin(url, estimates) {
      terminal.print(`Listening at ${url}`);
      terminal.print(estimates ? "Every count is an estimate, made here." : "Good bodies go upstream.");
    },
    answer({ method, path, status, ms }) {
      terminal.print(`${method} ${printable(path)} ${status} ${ms} ms`);
    },
    warn({ message }) {
      terminal.warn(`${terminal.paintWarning.yellow("warning:")} ${printable(message)}`);
    },
  };
}

/** For programs: a JSON object each. */
export function logAsJson(terminal: Terminal): ServeLog {
  return {
    begin(url, estimates) {
      terminal.print(printableJson({ listening: url, estimates }));
    },
    answer(access) {
      terminal.print(printableJson(access));
    },
    warn({ code, param, message }) {
      terminal.print(printableJson({ warning: { code, param, message } }));
    },
  };
}
