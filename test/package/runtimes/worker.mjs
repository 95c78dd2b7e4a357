// workerd: answers as the gateway, and at /check reports on itself.
import { askGateway, check, makeHandler } from "./check.mjs";

export default {
  async fetch(request, { UPSTREAM }) {
    const { origin, pathname } = new URL(request.url);
    if (pathname !== "/check") return makeHandler(UPSTREAM)(request);
    return Response.json({ ...(await check(UPSTREAM)), ...(await askGateway(origin)) });
  },
};
