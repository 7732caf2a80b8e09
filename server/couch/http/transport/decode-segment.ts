import { badRequest } from "../../refuse.ts";

/** One percent-encoded part of an address; refuses (400) what is no valid encoding. */
export const decodeSegment = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return badRequest("Malformed percent-encoding");
  }
};
