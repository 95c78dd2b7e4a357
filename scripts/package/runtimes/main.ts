import { install } from "../install.js";
import { pack } from "../pack.js";
import { describeBun, describeDeno, describeNode } from "./binary.js";
import { chromium } from "./chromium.js";
import { copyPrograms } from "./copy-programs.js";
import { runRuntimes } from "./run-runtimes.js";
import { startUpstream } from "./upstream.js";
import { describeWorkerd } from "./workerd.js";

// `npm run test:runtimes`: what users do with the packed package, wherever JavaScript runs.
const RUNTIMES = [
  describeNode("20.20.2"),
  describeNode("22.23.3"),
  describeNode("24.21.0"),
  describeNode("26.10.0"),
  describeBun("1.4.5"),
  describeDeno("2.9.6"),
  describeWorkerd("4.20260426.0"), // the last miniflare that runs on Node 20
  chromium,
];

const project = await install((await pack()).tarball);
const upstream = await startUpstream();
try {
  await copyPrograms(project);
  const output = {
    print: (text: string) => console.log(text),
    complain: (text: string) => console.error(text),
  };
  process.exitCode = await runRuntimes(process.argv.slice(2), RUNTIMES, { project, upstream }, output);
} finally {
  upstream.close();
  await project.remove();
}
