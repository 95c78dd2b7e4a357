import { invalidBodies, validBodies } from "../../test/support/fixtures.js";

/** The fixtures of the tests as whole bodies: those that fit, and those with one fault. */
export function listBodies(): { valid: unknown[]; faulty: unknown[] } {
  return {
    valid: validBodies().map(({ body }) => body),
    faulty: invalidBodies().map(({ body }) => body),
  };
}
