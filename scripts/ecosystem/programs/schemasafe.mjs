import { validator } from "@exodus/schemasafe";
import { judge, readDocument } from "./judge.mjs";

await judge(validator(readDocument()));
