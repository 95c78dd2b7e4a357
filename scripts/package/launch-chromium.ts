import { access } from "node:fs/promises";
import { chromium, type Browser } from "playwright-core";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const FLAGS = [
  "--no-sandbox", // containers run as root
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts the system's Chromium without a window; `CHROMIUM` names it where it is somewhere else.
 * @throws {Error} when there is none
 */
export async function launchChromium(): Promise<Browser> {
  const path = await findChromium();
  if (!path) {
    const looked = listPaths().join(", ");
    throw new Error(
      `There is no Chromium at ${looked}: apt-get install chromium, or set CHROMIUM to its path.`,
    );
  }
  return chromium.launch({ executablePath: path, headless: true, args: FLAGS });
}

/** The path of the system's Chromium, if there is one. */
export async function findChromium(): Promise<string | undefined> {
  for (const path of listPaths()) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  return undefined;
}

function listPaths(): string[] {
  const named = process.env["CHROMIUM"];
  return named ? [named] : PATHS;
}
