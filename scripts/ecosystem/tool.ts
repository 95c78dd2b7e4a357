/** What a tool makes of our fixtures. */
export interface Share {
  /** Valid bodies that it takes, and all that there are. */
  valid: [taken: number, of: number];
  /** Bodies with one fault that it refuses, and all that there are. */
  faulty: [refused: number, of: number];
}

/** Somebody else's program that is given one of our documents. */
export interface Tool {
  /** As the table has it, and `--only`. */
  name: string;
  /** The document, in generated/. */
  reads: string;
  /** What npm is to fetch, versions included; none where the repository has it. */
  packages: readonly string[];
  /** The program in programs/ that gives the bodies to the tool. */
  program: string;
  /** What the program has to know beside its document. */
  argument?: string;
  /** Node's version where ours is too old for the tool. */
  node?: string;
  /** What has to be known to read its figures. */
  note?: string;
}

/** How a tool fared; a linter has no bodies and is asked for problems. */
export interface Outcome {
  share?: Share;
  /** What a linter finds, one a line. */
  problems?: string[];
}

/** Says that a tool is not there, and why. */
export class MissingToolError extends Error {
  override readonly name = "MissingToolError";
}
