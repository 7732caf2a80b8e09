import { badRequest } from "../../refuse.ts";

/** One percent-encoded part of an address; refuses (400) what is no valid encoding. */
export const decodeSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return badRequest("Malformed percent-encoding");
  }
};

/** An address below the prefix: decoded segments, and what is asked. `/a%2Fb/c/?limit=1` gives `["a/b", "c"]` and `limit=1`. */
export const readAddress = (address: string): { readonly path: string[]; readonly query: URLSearchParams } => {
  const [path = "", search = ""] = splitOnce(address, "?");
  return { path: decodePath(path), query: new URLSearchParams(search) };
};

const splitOnce = (text: string, mark: string): [string, string?] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
};

const decodePath = (path: string): string[] => {
  const segments = path.replace(/^\/+/, "").replace(/\/$/, "").split("/");
  return segments.length === 1 && segments[0] === "" ? [] : segments.map(decodeSegment);
};
