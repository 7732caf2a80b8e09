import { isWellFormed } from "../json/is-well-formed.ts";
import type { Json } from "../json/json.ts";
import { refuse } from "../refuse.ts";

const MAX_BYTES = 4096;

const refuseId = (reason: string): never => refuse(400, "illegal_docid", reason);

/** The id of a document; refuses (400) what cannot be one. */
export const checkDocumentId = (id: Json | undefined): string => {
  if (typeof id !== "string") return refuseId("Document id must be a string");
  if (id === "") return refuseId("Document id must not be empty");
  if (id.length > MAX_BYTES) return refuseId("Document id is too long");
  if (!isWellFormed(id)) return refuseId("Document id must be valid UTF-8");
  if (!id.startsWith("_")) return id;
  if (id === "_design/" || id === "_local/") return refuseId(`Illegal document id \`${id}\``);
  if (isDesignId(id) || isLocalId(id)) return id;
  return refuseId("Only reserved document ids may start with underscore.");
};

export const isDesignId = (id: string): boolean => id.startsWith("_design/");

export const isLocalId = (id: string): boolean => id.startsWith("_local/");
