// What a user does with the package, in whichever runtime this file is loaded.
import { createClient, validateRequest } from "input-tokens-contract";
import { createHandler } from "input-tokens-contract/gateway";

const good = { model: "gpt-5", input: [{ role: "user", content: "Hello" }] };
const bad = { model: "gpt-5", input: [{ role: "user", content: 5 }] };

/** Validates, and counts against an upstream. */
export async function check(upstream) {
  const refused = validateRequest(bad);
  const client = createClient({ apiKey: "key", baseUrl: `${upstream}/v1` });
  const { input_tokens } = await client.count(good);
  const error = await client.count(bad).catch((reason) => reason);
  return {
    validated: [validateRequest(good).ok, refused.issues[0].param],
    counted: [input_tokens, error.name],
    evaluated: canEvaluate(),
  };
}

/** A gateway that forwards to the upstream under the caller's own key. */
export function makeHandler(upstream) {
  return createHandler({ count: createClient({ apiKey: null, baseUrl: `${upstream}/v1` }) });
}

/** Asks a gateway that is served somewhere. */
export async function askGateway(url) {
  const post = async (body) => {
    const headers = { "content-type": "application/json", authorization: "Bearer caller" };
    const response = await fetch(`${url}/v1/responses/input_tokens`, { method: "POST", headers, body });
    const { input_tokens, error } = await response.json();
    return [response.status, input_tokens ?? error.param];
  };
  return {
    served: [
      await post(JSON.stringify(good)),
      await post(JSON.stringify(bad)),
      await post("{"),
      [(await fetch(`${url}/v1/responses/input_tokens`)).status, null],
    ],
  };
}

/** Whether code can be made from text, which a strict Content-Security-Policy forbids. */
function canEvaluate() {
  try {
    return new Function("return true")();
  } catch {
    return false;
  }
}
