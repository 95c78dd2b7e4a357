import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** A line that is not empty, and where it stands. */
export interface Line {
  text: string;
  /** File and line number, such as `recorded.jsonl:12`. */
  place: string;
}

/** Reads the lines of files one by one, however large the files are. */
export async function* readLines(files: readonly string[]): AsyncGenerator<Line> {
  for (const file of files) {
    let number = 0;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      number++;
      if (text.trim() !== "") yield { text, place: `${file}:${number}` };
    }
  }
}
