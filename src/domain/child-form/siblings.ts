import { deepEqual } from "../merge/deep-equal.ts";
import { cutText } from "../model/cut-text.ts";
import type { Child, Sibling } from "../model/kinds/child.ts";
import { err, ok, type Result } from "../model/result.ts";

export type TypedSibling = {
  readonly name: string;
  readonly age: string;
  readonly place: string;
  readonly together: Sibling["together"] | undefined;
};

export const emptySibling: TypedSibling = { name: "", age: "", place: "", together: undefined };

/** Notes a brother or a sister, as far as they are known. */
export const addSibling = (child: Child, typed: TypedSibling): Result<Child, SiblingError> => {
  const [name, place] = [typed.name, typed.place].map((one) => cutText(one.trim(), 80));
  const age = cutText(typed.age.trim(), 20);
  const { together } = typed;
  if (!name && !place && !age) return err({ type: "Missing", field: "name" });
  const sibling = {
    ...(name && { name }),
    ...(age && { age }),
    ...(place && { place }),
    ...(together && { together }),
  };
  return ok({ ...child, siblings: [...(child.siblings ?? []), sibling] });
};

export type SiblingError = { readonly type: "Missing"; readonly field: "name" };

/** Takes out a brother or a sister who was noted by mistake. */
export const removeSibling = (child: Child, sibling: Sibling): Result<Child, never> =>
  ok({ ...child, siblings: (child.siblings ?? []).filter((one) => !deepEqual(one, sibling)) });
