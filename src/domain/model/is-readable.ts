import * as v from "valibot";
import type { Document } from "./document.ts";
import { readableHeader } from "./header.ts";
import { quickCheck } from "./quick-check.ts";

/** True when this app can merge, store and show it, whatever its kind and version. Everything else is left where it is. */
export const isReadable = (document: unknown): document is Document =>
  isSurelyReadable(document) || v.is(header, document);

const header = v.looseObject(readableHeader);
const isSurelyReadable = quickCheck(header);
