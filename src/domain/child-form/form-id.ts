import type { Child } from "../model/kinds/child.ts";
import { keyOf } from "../model/new-id.ts";

/** One form for each child, whoever begins it. */
export const childFormId = (personId: string): Child["_id"] => `child:${keyOf(personId)}`;
