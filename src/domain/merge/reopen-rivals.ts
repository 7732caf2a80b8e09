import type { Document, Sibling } from "../model/document.ts";
import { isList, type MergeRuleOf } from "./shown-value.ts";
import { stampOf } from "./stamps.ts";

/**
 * Values that a command has put into `rivals` of `after`: somebody takes back how they settled a field. Each gets a stamp of its own, for whoever had
 * seen the settling would drop the old ones; the first is the newest. Lists are written as any other value.
 */
export const reopenedRivals = (
  rule: MergeRuleOf,
  before: Document,
  after: Document,
  counter: number,
  device: string,
): Readonly<Record<string, readonly Sibling[]>> =>
  Object.fromEntries(
    Object.entries(after.rivals ?? {})
      .filter(([field]) => !before.rivals?.[field] && !isList(rule(field)))
      .map(([field, values]) => [
        field,
        values.map(
          ([_old, ...value], place) =>
            [stampOf(counter + values.length - 1 - place, device), ...value] as unknown as Sibling,
        ),
      ]),
  );
