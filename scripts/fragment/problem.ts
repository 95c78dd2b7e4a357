import { relative } from "node:path";

/** A fault of the authored fragment: where it stands and what to do about it. */
export class FragmentError extends Error {
  override name = "FragmentError";
  /** One line a fault: `file:line:column message`. */
  constructor(readonly problems: Problem[]) {
    super(problems.map(formatProblem).join("\n"));
  }
}

export interface Problem {
  /** Absolute path of the file. */
  file: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  message: string;
}

function formatProblem({ file, line, column, message }: Problem): string {
  return `${relative(process.cwd(), file)}:${line}:${column} ${message}`;
}
