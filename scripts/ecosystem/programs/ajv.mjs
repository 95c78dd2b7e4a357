import { Ajv2020 } from "ajv/dist/2020.js";
import { judge, readDocument } from "./judge.mjs";

await judge(new Ajv2020({ strict: true }).compile(readDocument()));
