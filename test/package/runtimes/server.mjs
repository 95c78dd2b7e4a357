// Node, Bun and Deno: serves the gateway, asks it, prints a report and ends.
import { askGateway, check, makeHandler } from "./check.mjs";
import { serve } from "./serve.mjs";

const [upstream] = globalThis.Deno?.args ?? process.argv.slice(2);
const server = await serve(makeHandler(upstream));
const report = { ...(await check(upstream)), ...(await askGateway(server.url)) };
await server.stop();
console.log(JSON.stringify({ version: server.version, report }));
