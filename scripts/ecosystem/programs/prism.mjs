import { spawn } from "node:child_process";
import { askOver } from "./ask-over.mjs";
import { document, judge } from "./judge.mjs";

const PROGRAM = "node_modules/@stoplight/prism-cli/dist/index.js";
const prism = spawn(process.execPath, [PROGRAM, "mock", "-p", "0", "-h", "127.0.0.1", document]);
const url = await new Promise((resolve, reject) => {
  let text = "";
  prism.on("exit", () => reject(new Error(`Prism ended: ${text.slice(-500)}`)));
  prism.stdout.on("data", function read(chunk) {
    text += chunk;
    const [, found] = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(text) ?? [];
    if (!found) return;
    // What it logs of each request nobody reads, but it has to go somewhere.
    prism.stdout.off("data", read).resume();
    resolve(found);
  });
});
try {
  await judge(askOver(`${url}/responses/input_tokens`));
} finally {
  prism.removeAllListeners("exit").kill();
}
