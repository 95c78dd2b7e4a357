import type { Terminal } from "../terminal.js";

/** Files from which a passing line tells how far the count is. */
const MANY = 20;

/** Shows how many requests are counted, on a terminal and for many files only; undefined ends it. */
export function showProgress(terminal: Terminal, files: number): (done: number | undefined) => void {
  const { status } = terminal;
  if (!status || files < MANY) return () => {};
  return (done) => status(done === undefined ? "" : `${done} requests of ${files} files counted`);
}
