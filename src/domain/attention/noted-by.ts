/**
 * Who noted an act, for people to read. `by` is what the act says, and an importer's for somebody else; `createdBy` is the account that the
 * server has checked: where they differ both are told.
 */
export const notedBy = ({ by, createdBy }: { readonly by: string; readonly createdBy: string }): string =>
  by === createdBy ? by : `${by} (${createdBy})`;
