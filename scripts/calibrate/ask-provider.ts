import { writeFile } from "node:fs/promises";
import { createClient, isAPIError } from "../../src/client/index.js";
import { CORPUS } from "./corpus.js";

/**
 * Asks the provider about each body of the corpus for each model, and writes what it counts as JSON Lines.
 * A body that it refuses for a model is left out and named.
 */
export async function askProvider(models: readonly string[], file: string): Promise<void> {
  const client = createClient();
  const lines: string[] = [];
  for (const model of models) {
    for (const [name, corpusBody] of Object.entries(CORPUS)) {
      const body = { ...corpusBody, model };
      try {
        const { input_tokens } = await client.count(body);
        lines.push(JSON.stringify({ source: `${model}: ${name}`, model, input_tokens, body }));
      } catch (error) {
        if (!isAPIError(error) || error.status !== 400) throw error;
        console.error(`${model}: ${name}: refused, ${error.code ?? error.status}`);
      }
    }
  }
  await writeFile(file, `${lines.join("\n")}\n`);
}
