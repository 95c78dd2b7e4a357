// What all programs share: they are given a document and the bodies, and print what the tool makes of them.
import { readFileSync } from "node:fs";

/** The path of the document, of the file of bodies, and what else the tool is told. */
export const [document, bodiesFile, argument] = process.argv.slice(2);

const { valid, faulty } = bodiesFile ? JSON.parse(readFileSync(bodiesFile, "utf8")) : {};

export function readDocument() {
  return JSON.parse(readFileSync(document, "utf8"));
}

/** Prints how many valid bodies a tool takes and how many faulty ones it refuses. */
export async function judge(takes) {
  const taken = await count(valid, takes);
  const passed = await count(faulty, takes);
  print({ share: { valid: [taken, valid.length], faulty: [faulty.length - passed, faulty.length] } });
}

/** The same by whole lists: which of the bodies a tool takes. */
export function judgeAll(listTaken) {
  const [taken, passed] = [listTaken(valid), listTaken(faulty)];
  print({
    share: {
      valid: [taken.length, valid.length],
      faulty: [faulty.length - passed.length, faulty.length],
    },
  });
}

/** Prints what a linter says; a line for each problem. */
export function report(problems) {
  print({ problems });
}

async function count(bodies, takes) {
  let taken = 0;
  for (const body of bodies) if (await takes(body)) taken++;
  return taken;
}

/** The last line is the outcome: tools print what they like before it. */
function print(outcome) {
  console.log(`\n${JSON.stringify(outcome)}`);
}
