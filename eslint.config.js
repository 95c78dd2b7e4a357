import eslint from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "generated/",
      "node_modules/",
      ".cache/",
      "coverage/",
      "test/fixtures/",
      "test/types/newest/",
    ],
  },
  // Users' code: it sees the packed package only, with which the tests compile it.
  { ignores: ["test/package/consumer/", "test/package/monorepo/"] },
  eslint.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A file is one idea; longer ones say why in their first lines.
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // An interface of ours holds functions, none of which reads `this`.
      "@typescript-eslint/unbound-method": "off",
      // What stands for something asynchronous is asynchronous, whether it waits or not.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["**/*.js"],
    languageOptions: { globals: { process: "readonly", URL: "readonly" } },
  },
  {
    files: ["scripts/ecosystem/programs/*.mjs"],
    languageOptions: { globals: { console: "readonly", fetch: "readonly", process: "readonly" } },
    rules: {
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    // These run in every runtime there is, each with globals of its own.
    files: ["test/package/runtimes/**/*.mjs"],
    rules: { "no-undef": "off" },
  },
  {
    // Users' code that runs everywhere.
    files: ["test/package/runtimes/*.mjs"],
    languageOptions: {
      globals: Object.fromEntries(
        [
          "Bun",
          "console",
          "Deno",
          "document",
          "fetch",
          "location",
          "navigator",
          "process",
          "Request",
          "Response",
        ]
          .concat(["self", "URL"])
          .map((name) => [name, "readonly"]),
      ),
    },
  },
);
