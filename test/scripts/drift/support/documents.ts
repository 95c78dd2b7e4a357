import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import type { Schema } from "../../../../scripts/drift/wire/read-keywords.js";
import type { Json } from "../../../../scripts/drift/wire/shape.js";

const PAIRS = "test/fixtures/drift/pairs";

/** A schema of the request, with the components that it refers to. */
interface Side {
  schemas?: Schema;
  [keyword: string]: Json | undefined;
}

/** A pair of documents and the lines that comparing them gives. */
export interface Pair {
  name: string;
  ours: Schema;
  upstream: Schema;
  lines: string[];
  deviations: string[];
}

/** Reads the pairs of test/fixtures/drift/pairs. */
export function readPairs(): Pair[] {
  return readdirSync(PAIRS).map((file) => {
    const text = readFileSync(join(PAIRS, file), "utf8");
    const pair = parse(text) as {
      ours: Side;
      upstream: Side;
      response?: { ours: Schema; upstream: Schema };
      lines: string[];
      deviations?: string[];
    };
    return {
      name: file.replace(".yaml", ""),
      ours: createDocument(pair.ours, pair.response?.ours),
      upstream: createDocument(pair.upstream, pair.response?.upstream),
      lines: pair.lines,
      deviations: pair.deviations ?? [],
    };
  });
}

/** Wraps a request schema, and a response schema, into a document that describes the endpoint. */
export function createDocument(
  { schemas = {}, ...request }: Side,
  response: Schema = { type: "object" },
  version = "1.0.0",
): Schema {
  const ofType = (schema: Json): Json => ({ content: { "application/json": { schema } } });
  return {
    openapi: "3.1.0",
    info: { title: "Fixture", version },
    paths: {
      "/responses/input_tokens": {
        post: {
          operationId: "count",
          requestBody: ofType(request as Schema),
          responses: { "200": { description: "Counted.", ...(ofType(response) as object) } },
        },
      },
    },
    components: { schemas },
  };
}

/** Writes text to a fresh temporary file and gives its path. */
export async function writeTemporary(name: string, content: string | Schema): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), "drift-")), name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** Runs a command and keeps what it prints. */
export async function record(
  run: (argv: readonly string[], print: (text: string) => void) => Promise<number>,
  ...argv: string[]
): Promise<{ code: number; text: string }> {
  const texts: string[] = [];
  const code = await run(argv, (text) => texts.push(text));
  return { code, text: texts.join("\n") };
}
