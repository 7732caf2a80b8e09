import type { RxConflictHandler } from "rxdb/plugins/core";
import { deepEqual } from "../../../../src/domain/merge/deep-equal.ts";
import { dominates, merge } from "../../../../src/domain/merge/merge.ts";
import { kindNamed } from "../../../../src/domain/model/kinds.ts";
import type { Row } from "../../../../src/store/row.ts";

/** What was noted about sending is no difference. */
const isEqual = (one: Row, other: Row): boolean => deepEqual(one.document, other.document);

/** RxDB's own answer to a conflict: the server is right. */
export const serverWins: RxConflictHandler<Row> = {
  isEqual,
  resolve: async ({ realMasterState }) => realMasterState,
};

/** Our merge: the best answer that the plugin can be given. */
export const byStamps: RxConflictHandler<Row> = {
  isEqual,
  resolve: async ({ newDocumentState: mine, realMasterState: theirs }) => {
    const rule = kindNamed(mine.document.kind)?.rule ?? (() => "newest" as const);
    const document = merge(rule, mine.document, theirs.document);
    return { ...mine, document, sent: dominates(theirs.document, document) };
  },
};
