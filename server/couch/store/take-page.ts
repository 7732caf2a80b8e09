/** Rows taken at once. `isCut`: there may be more than were taken. */
export type Page<T> = { readonly rows: T[]; readonly isCut: boolean };

const PAGE_CHARACTERS = 1024 * 1024;

/** Takes at most `limit` rows, and no more once their bodies fill about a megabyte: nobody has to hold a database in memory. */
export const takePage = <T extends { readonly body?: string }>(rows: Iterable<T>, limit: number): Page<T> => {
  const taken: T[] = [];
  let characters = 0;
  for (const row of rows) {
    taken.push(row);
    characters += row.body?.length ?? 0;
    if (taken.length === limit || characters > PAGE_CHARACTERS) return { rows: taken, isCut: true };
  }
  return { rows: taken, isCut: false };
};
