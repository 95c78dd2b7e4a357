import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import type { Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { childEnvironment } from "../package/child-environment.js";
import { PATH } from "./contenders.js";

const AUTOCANNON = createRequire(import.meta.url).resolve("autocannon/autocannon.js");
const CONNECTIONS = 20;
const ROUNDS = 3;

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
 * Loads servers on loopback from another process: each is warmed up, then all in turn, several times. What
 * counts is each one's best round, the one that other processes disturbed least.
 * @param seconds The time of one round.
 * @throws {Error} when an answer is not 200
 */
export async function measureServers(servers: Server[], body: string, seconds: number): Promise<Load[]> {
  const folder = await mkdtemp(join(tmpdir(), "bench-gateway-"));
  const file = join(folder, "body.json");
  await writeFile(file, body);
  const urls = await Promise.all(servers.map(listen));
  try {
    for (const url of urls) await measureRound(url, file, seconds);
    const best = urls.map((): Load => ({ requestsPerSecond: 0, processorTime: Infinity }));
    for (let round = 0; round < ROUNDS; round++) {
      for (const [index, url] of urls.entries()) {
        const load = await measureRound(url, file, seconds);
        if (load.processorTime < (best[index]?.processorTime ?? 0)) best[index] = load;
      }
    }
    return best;
  } finally {
    for (const server of servers) server.close().closeAllConnections();
    await rm(folder, { recursive: true });
  }
}

async function listen(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens at a port
  return `http://127.0.0.1:${port}${PATH}`;
}

async function measureRound(url: string, file: string, seconds: number): Promise<Load> {
  const before = process.cpuUsage();
  const { requests, non2xx, errors } = await runAutocannon(url, file, seconds);
  const used = process.cpuUsage(before);
  if (non2xx + errors > 0) throw new Error(`${non2xx} answers were not 200, ${errors} connections failed.`);
  return {
    requestsPerSecond: requests.average,
    processorTime: (used.user + used.system) / requests.total,
  };
}

async function runAutocannon(url: string, file: string, seconds: number): Promise<Report> {
  const options = ["-m", "POST", "-H", "content-type=application/json", "-i", file];
  const args = [AUTOCANNON, "-j", "-n", "-c", String(CONNECTIONS), "-d", String(seconds), ...options, url];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: childEnvironment() });
  return JSON.parse(stdout) as Report; // autocannon's own format
}
