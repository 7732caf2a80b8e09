/**
 * Whether an error means that the disk, or the browser's share of it, is full. Dexie wraps what IndexedDB says: an `AbortError`
 * or a `BulkError` with the `QuotaExceededError` inside.
 */
export const isStorageFull = (error: unknown): boolean => {
  if (typeof error !== "object" || error === null) return false;
  const { name, inner, failures } = error as { readonly name?: unknown; readonly inner?: unknown; failures?: unknown };
  if (name === "QuotaExceededError") return true;
  return isStorageFull(inner) || (Array.isArray(failures) && failures.some(isStorageFull));
};
