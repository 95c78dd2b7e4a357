import { runDrift } from "./run-drift.js";
import { runTool } from "./tool-error.js";

await runTool("drift", () => runDrift(process.argv.slice(2), (text) => console.log(text)));
