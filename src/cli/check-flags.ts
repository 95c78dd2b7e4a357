import type { ValidateOptions } from "../validate/types.js";

/** Options of every command that checks bodies. */
export const CHECK_FLAGS = {
  strict: { type: "boolean" },
  "allow-unknown-types": { type: "boolean" },
} as const;

/** The same, for a command's help. */
export const CHECK_HELP = [
  "      --strict               refuse keys that the reference does not name, as the provider does",
  "      --allow-unknown-types  let items and tools of a later API version pass",
];

/** Turns those options into options of validateRequest. */
export function toValidateOptions(flags: {
  strict?: boolean | undefined;
  "allow-unknown-types"?: boolean | undefined;
}): ValidateOptions {
  return {
    unknownKeys: flags.strict ? "reject" : "ignore",
    unknownTypes: flags["allow-unknown-types"] ? "allow" : "reject",
  };
}
