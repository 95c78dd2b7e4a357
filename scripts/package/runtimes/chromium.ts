import type { RequestListener } from "node:http";
import { bundle } from "../bundle.js";
import { launchChromium } from "../launch-chromium.js";
import { MissingRuntimeError, type Runtime } from "./runtime.js";
import { listen, type Upstream } from "./upstream.js";

const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'";
const PAGE = '<!doctype html><title>check</title><body><script type="module" src="/page.js"></script></body>';

/** The system's Chromium, under a Content-Security-Policy that forbids to make code from text. */
export const chromium: Runtime = {
  name: "Chromium",
  canEvaluate: false,
  async run({ project, upstream }) {
    const browser = await launchChromium().catch((error: unknown) => {
      throw new MissingRuntimeError(error instanceof Error ? error.message : String(error));
    });
    const files = new Map<string, [type: string, text: string]>([["/", ["text/html", PAGE]]]);
    for (const name of ["page", "service-worker"]) {
      const { text } = await bundle(project.folder, `import "./${name}.mjs";`);
      files.set(`/${name}.js`, ["text/javascript", text]);
    }
    const site = await listen(serveSite(files, upstream));
    try {
      const page = await browser.newPage();
      await page.goto(site.url);
      const text = await page.locator("#report").textContent({ timeout: 30_000 });
      if (!text?.startsWith("{")) throw new Error(text ?? "The page is empty.");
      return { version: browser.version(), report: JSON.parse(text) as unknown };
    } finally {
      await browser.close();
      site.close();
    }
  },
};

/** The page and its scripts under the policy; under /upstream, the provider. */
function serveSite(files: Map<string, [type: string, text: string]>, upstream: Upstream): RequestListener {
  return (incoming, outgoing) => {
    const { url = "" } = incoming;
    if (url.startsWith("/upstream/")) return upstream.answer(incoming, outgoing);
    const [type, text] = files.get(url) ?? ["text/plain", "There is nothing here."];
    outgoing.writeHead(files.has(url) ? 200 : 404, {
      "content-type": type,
      "content-security-policy": POLICY,
    });
    outgoing.end(text);
  };
}
