import type { ValidationIssue } from "../../validate/index.js";
import type { Terminal } from "../terminal.js";
import { formatNumber } from "./plural.js";
import { printable, printableJson } from "./printable.js";

/** One answer, as its line tells of it. */
export interface Access {
  method: string;
  /** Without the query. */
  path: string;
  /** The HTTP status; 499 where the caller had gone before the end. */
  status: number;
  /** Milliseconds from the request to the end of the answer. */
  ms: number;
  /** The count in tokens. */
  input_tokens?: number;
  /** Upstream's id of the request. */
  request_id?: string;
  /** What is wrong with a body that was refused: never a value of it. */
  issue?: { code: string; param: string | null };
}

/** Characters of a place that an access line shows. */
const MAX_PARAM = 100;

/** What is written of a server's life. */
export interface ServeLog {
  begin(url: string, estimates: boolean): void;
  answer(access: Access): void;
  warn(warning: ValidationIssue): void;
}

/** For people: a line each. */
export function logAsText(terminal: Terminal): ServeLog {
  return {
    begin(url, estimates) {
      terminal.print(`Listening at ${url}`);
      terminal.print(estimates ? "Every count is an estimate, made here." : "Good bodies go upstream.");
    },
    answer({ method, path, status, ms, input_tokens, request_id, issue }) {
      const words = [`${method} ${path} ${status} ${ms} ms`];
      if (input_tokens !== undefined) words.push(`${formatNumber(input_tokens)} tokens`);
      if (request_id !== undefined) words.push(request_id);
      if (issue) words.push(issue.code, issue.param?.slice(0, MAX_PARAM) ?? "");
      terminal.print(printable(words.join(" ").trimEnd()));
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
