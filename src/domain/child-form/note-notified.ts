import { cutText } from "../model/cut-text.ts";
import type { Child, Notification } from "../model/kinds/child.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";

/** Notes that an authority was told, by whom and when, and under which number it answers. */
export const noteNotified = (
  child: Child,
  { office, reference }: { readonly office: Notification["office"] | undefined; readonly reference: string },
  { by, at }: Attribution,
): Result<Child, NotifiedError> => {
  if (office === undefined) return err({ type: "Missing", field: "office" });
  const number = cutText(reference.trim(), 60);
  const told = { office, at, by, ...(number && { reference: number }) };
  return ok({ ...child, notified: [...(child.notified ?? []), told] });
};

export type NotifiedError = { readonly type: "Missing"; readonly field: "office" };
