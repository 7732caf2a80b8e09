import { nextCounter, type Stamp } from "../merge/stamps.ts";
import type { Sibling } from "../model/document.ts";
import type { Child } from "../model/kinds/child.ts";

/**
 * Where one officer and the worker wrote a field unseen of each other, the officer's write stands, with its author: the worker's value is taken out, and who
 * sees the new counter of the worker's `device` knows that it was. Two officers are asked. The same form where there is nothing to do.
 */
export const preferOfficers = (child: Child, worker: { readonly by: string; readonly device: string }): Child => {
  const { edits, own = {}, seen } = child.stamps;
  const isOfficers = ([stamp]: Sibling): boolean => edits[stamp]?.[0] !== worker.by;
  const settled = Object.entries(child.rivals ?? {}).flatMap(([field, values]) => {
    const [theirs, another] = values.filter(isOfficers);
    return theirs && !another && values.length > 1 ? [[field, theirs] as const] : [];
  });
  if (settled.length === 0) return child;
  const fields = new Set(settled.map(([field]) => field));
  const rivals = Object.fromEntries(Object.entries(child.rivals ?? {}).filter(([field]) => !fields.has(field)));
  const stamps = {
    ...child.stamps,
    own: { ...own, ...Object.fromEntries(settled.map(([field, [stamp]]): [string, Stamp] => [field, stamp])) },
    seen: { ...seen, [worker.device]: nextCounter(seen) },
  };
  const { rivals: _settled, ...rest } = child;
  const shown = Object.fromEntries(settled.map(([field, [, value]]) => [field, value]));
  const all = { ...rest, ...shown, stamps, ...(Object.keys(rivals).length > 0 && { rivals }) };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as unknown as Child;
};
