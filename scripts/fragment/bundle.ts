import {
  BaseResolver,
  bundle,
  createConfig,
  getLineColLocation,
  lint,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import { join } from "node:path";
import { FragmentError, type Problem } from "./problem.js";
import { contractRules } from "./rules.js";
import { findStraySchemas, FRAGMENT, hashFragment, readFragment } from "./source.js";
import type { OpenApiDocument } from "../openapi.js";

export interface Bundle {
  document: OpenApiDocument;
  /** Of the authored files. */
  hash: string;
}

/**
 * Reads, checks and bundles the fragment.
 *
 * @throws {FragmentError} when anything in it is broken, with file, line and cure.
 */
export async function bundleFragment(folder = FRAGMENT): Promise<Bundle> {
  const files = await readFragment(folder);
  const config = await createConfig({
    extends: ["recommended"],
    plugins: [contractRules as never],
    rules: {
      "contract/described": "error",
      "contract/named-objects": "error",
      "contract/bounded-patterns": "error",
      "contract/known-keywords": "error",
      "contract/complete-mappings": "error",
      // Redocly validates examples with ajv's own discriminator support, which takes no tag with two branches;
      // the messages have one (role). test/openapi validates every example instead.
      "no-invalid-schema-examples": "off",
      "no-invalid-media-type-examples": "off",
    },
  });
  const ref = join(folder, "openapi.yaml");
  // Each file is read and parsed once for both steps.
  const externalRefResolver = new BaseResolver(config.resolve);
  const found = await lint({ ref, config, externalRefResolver }).catch(rethrowParseError);
  if (found.length > 0) throw new FragmentError(dropEchoes(found).map(toProblem));
  const { bundle: bundled, problems } = await bundle({ ref, config, externalRefResolver });
  if (problems.length > 0) throw new FragmentError(problems.map(toProblem));
  const document = bundled.parsed as OpenApiDocument;
  const stray = findStraySchemas(files, new Set(Object.keys(document.components.schemas)));
  if (stray.length > 0) throw new FragmentError(stray);
  return { document: sortComponents(document), hash: hashFragment(files, folder) };
}

/** Without the references to a file that does not parse: the file itself is named already. */
function dropEchoes(problems: NormalizedProblem[]): NormalizedProblem[] {
  const roots = problems.filter(({ message }) => message.startsWith("Failed to parse"));
  return roots.length > 0 ? roots : problems;
}

function toProblem(problem: NormalizedProblem): Problem {
  const [place] = problem.location;
  if (!place) return { file: "openapi", line: 1, column: 1, message: problem.message };
  const { source, start } = getLineColLocation(place);
  // What Redocly's own words leave open: what to do about the fault.
  const unresolved = problem.message.startsWith("Can't resolve $ref");
  const hints = problem.suggest?.length ? ` Did you mean ${problem.suggest.join(" or ")}?` : "";
  const cure = unresolved ? "; correct the reference, or write what it names." : hints;
  return {
    file: source.absoluteRef,
    line: start.line,
    column: start.col,
    message: `${problem.message}${cure} (${problem.ruleId})`,
  };
}

function rethrowParseError(error: unknown): never {
  const { source, line, col, originalError } = error as {
    source?: { absoluteRef: string };
    line?: number;
    col?: number;
    originalError?: Error;
  };
  if (!source) throw error;
  throw new FragmentError([
    {
      file: source.absoluteRef,
      line: line ?? 1,
      column: col ?? 1,
      // The lines below the first one show the text around.
      message: `Failed to parse: ${(originalError?.message ?? String(error)).split("\n")[0]}`,
    },
  ]);
}

/** Components in the order of their names: where a schema is first referred to does not move it. */
function sortComponents(document: OpenApiDocument): OpenApiDocument {
  const sections = Object.entries(document.components).map(([section, members]) => {
    const sorted = Object.entries(members as Record<string, unknown>).sort(([a], [b]) => (a < b ? -1 : 1));
    return [section, Object.fromEntries(sorted)] as const;
  });
  return { ...document, components: Object.fromEntries(sections) as OpenApiDocument["components"] };
}
