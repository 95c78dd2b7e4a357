import { runTool } from "../drift/tool-error.js";
import { runDiff } from "./run-diff.js";

await runTool("diff", () => runDiff(process.argv.slice(2), (text) => console.log(text)));
