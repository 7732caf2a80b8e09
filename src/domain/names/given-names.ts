import { givenNameRows } from "./given-name-rows.ts";
import { nameKeys } from "./name-key.ts";

/**
 * The keys of a given name with all its forms folded into one: Олександр, Александр, Aleksander and Саша share a key.
 * A short form that belongs to several names (Саша, Женя) has a key for each; a name that is not in the table has the
 * keys of its sound. Source: domain reference 5.3.
 */
export const givenNameKeys = (word: string): readonly string[] => {
  const rows = rowsOf(word);
  return rows.length > 0 ? rows.map((row) => row.canonical) : nameKeys(word);
};

/** Keys of every form of the name: what a search may be typing. Empty for a name that is not in the table. */
export const givenNameForms = (word: string): readonly string[] => rowsOf(word).flatMap((row) => row.forms);

type Row = { readonly canonical: string; readonly forms: readonly string[] };

const rows: readonly Row[] = givenNameRows.map((line) => {
  const forms = [...new Set(line.split(" ").flatMap((form) => nameKeys(form)))];
  return { canonical: forms[0] ?? "", forms };
});

const rowsByForm: ReadonlyMap<string, readonly Row[]> = rows.reduce(
  (byForm, row) => row.forms.reduce((map, form) => map.set(form, [...(map.get(form) ?? []), row]), byForm),
  new Map<string, readonly Row[]>(),
);

const rowsOf = (word: string): readonly Row[] => [
  ...new Set(nameKeys(word).flatMap((key) => rowsByForm.get(key) ?? [])),
];
