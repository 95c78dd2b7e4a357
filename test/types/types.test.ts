import { describe, expect, test } from "@jest/globals";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { findFaults } from "../../scripts/package/types/find-faults.js";

const FOLDER = "test/types";

describe("the types", () => {
  // `npm run test:types` holds them to the newest SDK, too.
  test("take and refuse what these files say", () => {
    const files = readdirSync(FOLDER).filter((file) => file.endsWith(".types.ts"));
    expect(files).toEqual([
      "constants.types.ts",
      "readonly.types.ts",
      "request.types.ts",
      "sdk-6.39.types.ts",
      "sdk.types.ts",
      "validate.types.ts",
    ]);
    expect(findFaults(files.map((file) => join(FOLDER, file)))).toEqual([]);
  });
});
