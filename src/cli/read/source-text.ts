/** A place in a file; both count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** Keys look like this, or stand under such names; what is shown says that they are there, not what they are. */
const SECRETS = [
  /(\b(?:sk-|bearer\s+))([\w.~+/=-]+)/gi,
  /((?:authorization|api[_-]?key|secret|password)["']?\s*:\s*["']?)([^"',}{[\s][^"',}\n]*)/gi,
];

/** The text of a file with its lines, which are looked for once and only if a place is asked for. */
export class SourceText {
  private starts: number[] | undefined;
  private masked: string | undefined;

  constructor(readonly text: string) {}

  /** The position of an offset in UTF-16 units. */
  positionOf(offset: number): Position {
    const starts = this.lineStarts();
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  }

  /** A line by its number, as it may be shown: keys and passwords in it are starred out. */
  showLine(line: number): string {
    const starts = this.lineStarts();
    this.masked ??= maskSecrets(this.text); // of the whole text: a mask does not move what follows
    return this.masked.slice(starts[line - 1], (starts[line] ?? this.text.length + 1) - 1);
  }

  private lineStarts(): number[] {
    if (this.starts) return this.starts;
    this.starts = [0];
    for (let at = this.text.indexOf("\n"); at >= 0; at = this.text.indexOf("\n", at + 1)) {
      this.starts.push(at + 1);
    }
    return this.starts;
  }
}

function maskSecrets(text: string): string {
  const mask = (_: string, name: string, value: string): string => name + "*".repeat(value.length);
  return SECRETS.reduce((whole, secret) => whole.replace(secret, mask), text);
}
