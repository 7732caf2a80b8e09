import { isDeepStrictEqual } from "node:util";
import type { Document } from "../../../../src/domain/model/document.ts";

/**
 * What people were told is saved, kept apart from the code under test: every value is written once in a sequence, and each write
 * remembers which values its writer saw and replaced. Whatever was never replaced by somebody who saw it must be visible.
 */
export type Ledger = {
  wrote(document: string, field: string, value: string, replaced: readonly unknown[]): void;
  voided(document: string): void;
  documents(): readonly string[];
  everWrote(document: string, field: string, value: string): boolean;
  /** For each document whose name begins so: the values that nobody replaced who had seen them. */
  standing(prefix: string, field: string): readonly (readonly string[])[];
  /** Throws where something that was saved is neither shown nor waiting beside what is shown. */
  hold(document: string, found: Document): void;
};

type Write = { readonly value: string; readonly replaced: readonly unknown[] };

export const openLedger = (): Ledger => {
  const writes = new Map<string, Map<string, Write[]>>();
  const voids = new Set<string>();
  const fieldsOf = (document: string) => {
    const fields = writes.get(document) ?? new Map<string, Write[]>();
    writes.set(document, fields);
    return fields;
  };
  const madeIn = (document: string, field: string) => writes.get(document)?.get(field) ?? [];
  return {
    wrote: (document, field, value, replaced) => {
      const fields = fieldsOf(document);
      fields.set(field, [...(fields.get(field) ?? []), { value, replaced }]);
    },
    voided: (document) => void voids.add(document),
    documents: () => [...writes.keys()].sort(),
    everWrote: (document, field, value) => madeIn(document, field).some((write) => write.value === value),
    standing: (prefix, field) =>
      [...writes.keys()].flatMap((document) =>
        document.startsWith(prefix) ? [standingOf(madeIn(document, field))] : [],
      ),
    hold: (document, found) => {
      for (const [field, made] of writes.get(document) ?? []) {
        const expected = standingOf(made);
        const visible = visibleIn(found, field);
        if (!isDeepStrictEqual([...new Set(visible)].sort(), [...expected].sort()))
          throw new Error(`P1: ${document} ${field} shows ${visible.join(", ")}; saved was ${expected.join(", ")}`);
      }
      if (voids.has(document) && !found.voided) throw new Error(`P1: ${document} was voided and is not`);
    },
  };
};

const standingOf = (made: readonly Write[]): readonly string[] => {
  const replaced = new Set(made.flatMap((write) => write.replaced));
  return [...new Set(made.map(({ value }) => value))].filter((value) => !replaced.has(value));
};

/** What a person can see of a field: the value shown, and those that wait beside it. */
export const visibleIn = (document: Document, field: string): string[] => {
  const values = document.rivals?.[field]?.map(([, value]) => value) ?? [document[field]];
  return values.flat().filter((value) => value !== undefined) as string[];
};
