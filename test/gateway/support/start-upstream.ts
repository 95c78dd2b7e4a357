import type { IncomingHttpHeaders } from "node:http";
import { buffer as readAll } from "node:stream/consumers";
import { startServer, type RunningServer } from "./start-server.js";

/** What the next requests get: a status, headers and a body; or nothing at all. */
export type UpstreamAnswer =
  | { status: number; headers?: Record<string, string>; body: unknown }
  | "hang" // no answer until the release
  | "reset"; // drops the connection

/** A stand-in for the provider on loopback that notes what reaches it. */
export interface Upstream extends RunningServer {
  answer: UpstreamAnswer;
  seen: { url: string; headers: IncomingHttpHeaders; body: string; bytes: Buffer }[];
  /** Answers those who hang. */
  release(): void;
  /** How many callers went away before their answer. */
  aborted: number;
}

/** Starts an upstream that counts three tokens until its `answer` is set. */
export async function startUpstream(): Promise<Upstream> {
  const hanging: (() => void)[] = [];
  const counted = { object: "response.input_tokens", input_tokens: 3 };
  const server = await startServer((incoming, outgoing) => {
    outgoing.on("close", () => {
      if (!outgoing.writableFinished) upstream.aborted += 1;
    });
    const respond = (bytes: Buffer): void => {
      const { url = "", headers } = incoming;
      upstream.seen.push({ url, headers, body: bytes.toString(), bytes });
      const { answer } = upstream;
      if (answer === "hang") return void hanging.push(() => outgoing.end(JSON.stringify(counted)));
      if (answer === "reset") return void incoming.socket.destroy();
      const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
      outgoing.writeHead(answer.status, { "content-type": "application/json", ...answer.headers }).end(text);
    };
    readAll(incoming).then(respond, () => undefined);
  });
  const upstream: Upstream = {
    ...server,
    answer: { status: 200, headers: { "x-request-id": "req_1" }, body: counted },
    seen: [],
    release: () => hanging.forEach((answer) => answer()),
    aborted: 0,
  };
  return upstream;
}
