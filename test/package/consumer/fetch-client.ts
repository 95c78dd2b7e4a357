// A user's code that knows openapi-fetch; it is compiled, never run.
import createFetchClient, { type Client, type Middleware } from "openapi-fetch";
import { createClient } from "input-tokens-contract/client";
import type { paths } from "input-tokens-contract/types";

export const raw: Client<paths> = createClient().raw;
export const back: ReturnType<typeof createClient>["raw"] = createFetchClient<paths>();

const middleware: Middleware = { onRequest: ({ request }) => request };
createClient().raw.use(middleware);
