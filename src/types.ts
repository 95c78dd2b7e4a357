export type * from "../generated/types.js";
export type { DeepReadonly } from "./deep-readonly.js";
