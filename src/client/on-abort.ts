const callbacksOf = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when a signal aborts. All calls that share a signal share one listener: from the eleventh on
 * Node would warn of a leak.
 * @returns Takes the callback back.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = callbacksOf.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
  };
}

/** The listener stays for as long as the signal lives; it holds nothing but the set. */
function listen(signal: AbortSignal): Set<() => void> {
  const callbacks = new Set<() => void>();
  callbacksOf.set(signal, callbacks);
  signal.addEventListener("abort", () => callbacks.forEach((callback) => callback()), { once: true });
  return callbacks;
}
