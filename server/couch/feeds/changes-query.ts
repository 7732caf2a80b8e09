import type { ChangeFilter } from "./change-filter.ts";

/** What a reader of changes asks for. Times in milliseconds. */
export type ChangesQuery = {
  readonly since: number;
  readonly limit: number;
  readonly descending: boolean;
  readonly includeDocs: boolean;
  readonly allLeaves: boolean;
  readonly conflicts: boolean;
  readonly attachments: boolean;
  readonly seqInterval: number;
  readonly filter: ChangeFilter | undefined;
};
