import { err, ok, type Result } from "../model/result.ts";
import { parseItemKey, type SealedItem } from "./sealed-write.ts";

/** The sealed outbox of a phone as a file for any other phone: a finder can read nothing in it. */
export type SealedOutboxFile = {
  readonly format: "prystan-sealed";
  readonly version: 1;
  readonly items: readonly SealedItem[];
};

export const sealedOutboxFileOf = (items: readonly SealedItem[]): SealedOutboxFile => ({
  format: "prystan-sealed",
  version: 1,
  items,
});

export const readSealedOutboxFile = (text: string): Result<readonly SealedItem[], SealedOutboxFileError> => {
  try {
    const file = JSON.parse(text);
    if (file?.format !== "prystan-sealed" || !Array.isArray(file.items)) return err({ type: "NotASealedFile" });
    if (file.version !== 1) return err({ type: "MadeByNewerApp" });
    const items = file.items.filter(isItem).map(({ key, box }: SealedItem) => ({ key, box }));
    return items.length > 0 ? ok(items) : err({ type: "NotASealedFile" });
  } catch {
    return err({ type: "NotASealedFile" });
  }
};

export type SealedOutboxFileError = { readonly type: "NotASealedFile" } | { readonly type: "MadeByNewerApp" };

const isItem = (item: Partial<SealedItem> | null): boolean =>
  typeof item?.key === "string" &&
  parseItemKey(item.key) !== undefined &&
  typeof item.box === "string" &&
  /^[A-Za-z0-9+/]+={0,2}$/.test(item.box);
