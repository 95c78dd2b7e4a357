import { ConfigurationError } from "./errors/configuration-error.js";
import type { HeadersOption } from "./options.js";

/**
 * Adds headers to others, over those of the same name; leaves out those that are undefined.
 * @param option The option they come from, for the error.
 * @throws {ConfigurationError} when a name or value may not stand in an HTTP header.
 */
export function addHeaders(headers: Headers, added: HeadersOption, option: string): Headers {
  // Not `instanceof Headers`: there are other implementations, and other realms.
  const entries = isIterable(added) ? [...added] : Object.entries(added);
  for (const [name, value] of entries) {
    if (value === undefined) continue;
    try {
      headers.set(name, value);
    } catch {
      // Without the cause and the value: it may be a secret.
      const place = `${option} (${name.slice(0, 64)})`;
      throw new ConfigurationError(
        option,
        `Invalid ${place}: it has characters that no HTTP header may have.`,
      );
    }
  }
  return headers;
}

function isIterable(headers: HeadersOption): headers is Headers | [string, string][] {
  return Symbol.iterator in headers;
}
