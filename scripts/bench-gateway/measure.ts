import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PATH } from "./contenders.js";

const AUTOCANNON = createRequire(import.meta.url).resolve("autocannon/autocannon.js");
const CONNECTIONS = 20;
const WARM_UP_SECONDS = 1;

/** What a server did under load. */
export interface Load {
  requestsPerSecond: number;
  /** The processor time of the server per request, in microseconds: what other processes do matters less to it. */
  processorTime: number;
}

/** What is used of autocannon's report. */
interface Report {
  requests: { average: number; total: number };
  non2xx: number;
  errors: number;
}

/**
 * Loads a server on loopback from another process, after a warm-up.
 * @throws {Error} when an answer is not 200
 */
export async function measureServer(server: Server, body: string, seconds: number): Promise<Load> {
  const folder = await mkdtemp(join(tmpdir(), "bench-gateway-"));
  const file = join(folder, "body.json");
  await writeFile(file, body);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens at a port
  const url = `http://127.0.0.1:${port}${PATH}`;
  try {
    await runAutocannon(url, file, WARM_UP_SECONDS);
    const before = process.cpuUsage();
    const { requests, non2xx, errors } = await runAutocannon(url, file, seconds);
    const used = process.cpuUsage(before);
    if (non2xx + errors > 0) throw new Error(`${non2xx} answers were not 200, ${errors} connections failed.`);
    return {
      requestsPerSecond: requests.average,
      processorTime: (used.user + used.system) / requests.total,
    };
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  }
}

async function runAutocannon(url: string, file: string, seconds: number): Promise<Report> {
  const options = ["-m", "POST", "-H", "content-type=application/json", "-i", file];
  const args = [AUTOCANNON, "-j", "-n", "-c", String(CONNECTIONS), "-d", String(seconds), ...options, url];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Report; // autocannon's own format
}
