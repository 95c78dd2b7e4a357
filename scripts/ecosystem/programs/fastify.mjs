import Fastify from "fastify";
import { judge, readDocument } from "./judge.mjs";

// Fastify's own validator knows one draft and refuses to be told of another.
const { $schema: _, ...body } = readDocument();
const customOptions = { coerceTypes: false, removeAdditional: false, useDefaults: false };
const app = Fastify({ ajv: { customOptions } });
app.post("/", { schema: { body } }, () => ({}));
await app.ready();

await judge(async (payload) => {
  const headers = { "content-type": "application/json" };
  const { statusCode } = await app.inject({
    method: "POST",
    url: "/",
    headers,
    payload: JSON.stringify(payload),
  });
  return statusCode === 200;
});
