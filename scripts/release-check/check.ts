/** What one check of a release found: one line, and more for a failed one. */
export interface Verdict {
  ok: boolean;
  line: string;
  /** What to read when it failed. */
  details?: string[];
}

/** One thing that a release needs. */
export interface Check {
  name: string;
  run: () => Promise<Verdict>;
}

/** The parts of package.json that a release depends on. */
export interface Manifest {
  name: string;
  version: string;
  main?: string;
  types?: string;
  exports?: unknown;
  bin?: unknown;
  scripts?: Record<string, string>;
}
