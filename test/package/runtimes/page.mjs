// A browser's page: puts its report into the document.
import { askGateway, check } from "./check.mjs";

const { origin } = location;

async function report() {
  const controlled = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
  );
  await navigator.serviceWorker.register("/service-worker.js", { type: "module" });
  await controlled;
  return { ...(await check(`${origin}/upstream`)), ...(await askGateway(`${origin}/gateway`)) };
}

const element = document.createElement("pre");
element.id = "report";
element.textContent = await report().then(
  JSON.stringify,
  (error) => `The page failed: ${error?.stack ?? error}`,
);
document.body.append(element);
