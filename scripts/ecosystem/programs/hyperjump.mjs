import { registerSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { judge, readDocument } from "./judge.mjs";

registerSchema(readDocument(), "https://example.com/request");
const check = await validate("https://example.com/request");
await judge((body) => check(body).valid);
