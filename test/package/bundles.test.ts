import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bundle } from "../../scripts/package/bundle.js";
import { install, type Project } from "../../scripts/package/install.js";
import { pack } from "../../scripts/package/pack.js";
import { measureSizes } from "../../scripts/package/sizes.js";
import { MODULES, NAME } from "../../scripts/package/subpaths.js";

/** Words that only the client's code holds. */
const CLIENT = /OPENAI_API_KEY|retry-after|openapi|x-request-id/i;
/** Words that only the validators' code holds. */
const VALIDATORS = /missing_required_parameter|input_image/;

let project: Project;
const textOf = async (code: string) => (await bundle(project.folder, code)).text.trim();

beforeAll(async () => {
  project = await install((await pack()).tarball);
});

afterAll(() => project.remove());

describe("a user's bundle", () => {
  test.each(MODULES)("is empty when it imports nothing but types of %s", async (name) => {
    expect(await textOf(`import type * as all from "${name}"; export type Types = typeof all;`)).toBe("");
    expect(await textOf(`import "${name}";`)).toBe("");
    expect(await textOf(`import * as all from "${name}";`)).toBe("");
  });

  test.each([NAME, `${NAME}/validate`])(
    "has no client code when it imports validateRequest of %s",
    async (name) => {
      const text = await textOf(`export { validateRequest } from "${name}";`);
      expect(text).toMatch(VALIDATORS);
      expect(text).not.toMatch(CLIENT);
    },
  );

  test("has no validators when it imports the guards of errors", async () => {
    const text = await textOf(`export { isRateLimitError } from "${NAME}/client";`);
    expect(text.length).toBeLessThan(3_500); // the error classes come along: each says its name to its prototype
    expect(text).not.toMatch(/OPENAI_API_KEY|openapi|missing_required_parameter/);
  });

  test("has no JSON Schema when it imports validateRequest", async () => {
    const text = await textOf(`export { validateRequest } from "${NAME}";`);
    expect(text).not.toContain("json-schema.org");
    expect(await textOf(`export { requestSchema } from "${NAME}";`)).toContain("json-schema.org");
  });

  test("has no client when it imports the gateway, and no gateway when it imports the client", async () => {
    expect(await textOf(`export { createHandler } from "${NAME}/gateway";`)).not.toMatch(
      /OPENAI_API_KEY|openapi/,
    );
    expect(await textOf(`export { createClient } from "${NAME}";`)).not.toContain("input_tokens/?$");
  });

  test("stays within its size", async () => {
    const over = (await measureSizes(project.folder)).filter(({ size, limit }) => size > limit);
    expect(over).toEqual([]);
  });
});
