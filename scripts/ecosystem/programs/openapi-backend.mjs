import { OpenAPIBackend } from "openapi-backend";
import { judge, readDocument } from "./judge.mjs";

const api = new OpenAPIBackend({ definition: readDocument(), quick: true });
await api.init();
const request = {
  method: "post",
  path: "/responses/input_tokens",
  headers: { "content-type": "application/json" },
};
await judge((body) => api.validateRequest({ ...request, body }).valid);
