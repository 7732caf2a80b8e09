/** Documents as one text, the same for the same content. */
export const canonical = (documents: readonly object[]): string =>
  documents
    .map((document) => JSON.stringify(sorted(document)))
    .sort()
    .join("\n");

const sorted = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
};
