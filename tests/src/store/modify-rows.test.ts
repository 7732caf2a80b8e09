import type { RxCollection } from "rxdb/plugins/core";
import { expect, test } from "vitest";
import { modifyRows } from "../../../src/store/modify-rows.ts";
import type { Row } from "../../../src/store/row.ts";

const aRow = (rev: string): Row =>
  ({ id: "site-medyka/person:1", document: { _id: "person:1" }, rev, sent: false }) as Row;

/** A disk that had lost its row; somebody else puts one there between the look and the write. */
const aDisk = (status: number) => {
  let stored: Row | undefined;
  const collection = {
    findByIds: () => ({
      exec: async () =>
        new Map(
          stored
            ? [
                [
                  stored.id,
                  { incrementalModify: async (change: (row: Row) => Row) => (stored = change(stored as Row)) },
                ],
              ]
            : [],
        ),
    }),
    bulkInsert: async (rows: readonly Row[]) => {
      if (status === 409) stored = aRow("put back");
      return { error: rows.map(({ id }) => ({ documentId: id, status })) };
    },
  } as unknown as RxCollection<Row>;
  return { collection, stored: () => stored };
};
const changes = new Map([["site-medyka/person:1", (row: Row) => ({ ...row, rev: `${row.rev}, changed` })]]);
const memory = new Map([["person:1", aRow("remembered")]]);

test("A row that was gone and is there again, when it is written, is changed as it lies there", async () => {
  const disk = aDisk(409);
  await modifyRows(disk.collection, memory, changes);
  expect(disk.stored()?.rev).toBe("put back, changed");
});

test("A row that the disk does not take is an error, never a silent loss", async () => {
  await expect(modifyRows(aDisk(422).collection, memory, changes)).rejects.toThrow("1 documents were not stored");
});
