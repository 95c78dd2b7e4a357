export * from "./client/index.js";
export type * from "./types.js";
export * from "./validate/index.js";
