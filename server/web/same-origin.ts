import type { IncomingHttpHeaders } from "node:http";

/**
 * Whether a browser sends this from a page of ours; programs that are no browser say nothing and pass. `Sec-Fetch-Site` is
 * believed first, for no page can forge it. `Origin` is compared with the host where an older browser does not send the other.
 */
export const isFromOurPage = (headers: IncomingHttpHeaders, method = "POST"): boolean => {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  // What only reads is safe without: another origin sends no cookie of ours, and no page of it may look at the answer.
  if (method === "GET" || method === "HEAD") return true;
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
};

/** Data is read by `fetch` or looked at; it is never loaded as a script, a frame, a style or a worker. */
export const isForReading = (headers: IncomingHttpHeaders): boolean =>
  [undefined, "empty", "document"].includes(headers["sec-fetch-dest"] as string | undefined);
