import type { Child } from "../model/kinds/child.ts";
import { ok, type Result } from "../model/result.ts";
import type { ChildField } from "./blocks.ts";

/** Writes what an officer changed in a block. Only these fields are written: an answer to another one stays whoever gave it. */
export const fillForm = (
  child: Child,
  changed: Readonly<Partial<Record<ChildField, unknown>>>,
): Result<Child, never> => {
  const filled = { ...child, ...changed };
  return ok(Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined)) as unknown as Child);
};
