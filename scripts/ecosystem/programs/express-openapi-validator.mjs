import express from "express";
import { middleware } from "express-openapi-validator";
import { askOver } from "./ask-over.mjs";
import { document, judge } from "./judge.mjs";

const app = express().use(express.json());
app.use(middleware({ apiSpec: document, validateRequests: true, validateSecurity: false }));
app.post("/v1/responses/input_tokens", (_request, response) => response.json({}));
app.use((error, _request, response, _next) => response.status(error.status ?? 500).json({}));
const server = app.listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));

await judge(askOver(`http://127.0.0.1:${server.address().port}/v1/responses/input_tokens`));
server.close();
