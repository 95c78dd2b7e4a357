/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  // Most tests wait for processes and servers: a worker for each core keeps them busy.
  maxWorkers: "100%",
  // Generous, for a busy machine: a test that hangs still ends, and none waits by the clock.
  testTimeout: 240_000,
  roots: ["<rootDir>/test"],
  testMatch: ["**/*.test.ts"],
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2022", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
  },
};
