export type { Count, CountResult } from "./count.js";
export { type Client, createClient } from "./create-client.js";
export * from "./errors/index.js";
export type {
  ClientOptions,
  CountOptions,
  FetchFunction,
  Forwarded,
  HeadersOption,
  KeySource,
} from "./options.js";
