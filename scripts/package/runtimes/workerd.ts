import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bundle } from "../bundle.js";
import { fetchRuntime } from "./fetch-runtime.js";
import type { Runtime } from "./runtime.js";

/** What is used of miniflare, which is not among the dependencies. */
interface MiniflareModule {
  Miniflare: new (options: object) => { ready: Promise<URL>; dispose(): Promise<void> };
}

/** workerd, Cloudflare's runtime, started by miniflare. */
export function describeWorkerd(miniflare: string): Runtime {
  return {
    name: "workerd",
    canEvaluate: false,
    async run({ project, upstream }) {
      const folder = await fetchRuntime("workerd", [`miniflare@${miniflare}`]);
      const require = createRequire(join(folder, "package.json"));
      const { Miniflare } = (await import(
        pathToFileURL(require.resolve("miniflare")).href
      )) as MiniflareModule;
      const { text } = await bundle(project.folder, 'export { default } from "./worker.mjs";');
      const worker = new Miniflare({
        modules: [{ type: "ESModule", path: "worker.mjs", contents: text }],
        compatibilityDate: "2026-01-01",
        bindings: { UPSTREAM: upstream.url },
        host: "127.0.0.1",
        port: 0,
      });
      try {
        const response = await fetch(new URL("/check", await worker.ready));
        if (!response.ok) throw new Error(`The worker failed: ${await response.text()}`);
        const requireOf = createRequire(require.resolve("miniflare"));
        const { version } = requireOf("workerd/package.json") as { version: string };
        return { version, report: await response.json() };
      } finally {
        await worker.dispose();
      }
    },
  };
}
