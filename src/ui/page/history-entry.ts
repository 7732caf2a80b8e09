/** What the app notes in an entry of the browser's history. Addresses and numbers only: browsers keep it on the disk. */
export type Entry = {
  /** Its own number, the same whenever one comes back to it. */
  readonly entry: number;
  /** The address of the page whose link led here. */
  readonly from?: string;
  /** What the list beside it keeps its search and its place under: the entry in which it was opened. */
  readonly list?: number | string;
  /** Number of the sheet that is open on it. */
  readonly sheet?: number;
};

export const entryHere = (): Partial<Entry> => (history.state as Partial<Entry> | null) ?? {};

/** Entries of before a reload are numbered from the clock of then: none is numbered twice. */
let last = Date.now();

export const nextEntry = (from: string | undefined): Entry => {
  last += 1;
  return { entry: last, ...(from !== undefined && { from }) };
};

export const isOnSheet = (): boolean => entryHere().sheet !== undefined;

/** Adds an entry for a sheet over this page, so that Back closes the sheet. Answers its number. */
export const enterSheet = (): number => {
  last += 1;
  history.pushState({ ...entryHere(), sheet: last }, "");
  return last;
};

/** After a reload no sheet is open, whatever the entry says. */
export const forgetSheet = (): void => {
  const { sheet, ...entry } = entryHere();
  if (sheet !== undefined) history.replaceState(entry, "");
};

/** Takes the entry of a sheet away again where one still stands on it. */
export const leaveSheet = (sheet: number): void => {
  if (entryHere().sheet === sheet) history.back();
};
