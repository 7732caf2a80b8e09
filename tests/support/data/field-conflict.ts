import type { Document } from "../../../src/domain/model/document.ts";
import type { TestServer } from "../server/a-server.ts";

/** Leaves a record on the server as if two phones had written two values of a field unseen of each other. */
export const makeFieldConflict = async (
  server: TestServer,
  database: string,
  id: string,
  field: string,
  [newer, older]: readonly [unknown, unknown],
): Promise<void> => {
  const path = `${database}/${id}`;
  const document = await server.couch<Document>(path);
  const { stamps } = document;
  const at = new Date().toISOString();
  const body = {
    ...document,
    [field]: newer,
    rivals: {
      ...document.rivals,
      [field]: [
        ["90.devb", newer],
        ["90.deva", older],
      ],
    },
    stamps: {
      ...stamps,
      own: { ...stamps.own, [field]: "90.devb" },
      seen: { ...stamps.seen, deva: 90, devb: 90 },
      edits: { ...stamps.edits, "90.deva": ["volunteer", at], "90.devb": ["volunteer2", at] },
    },
  };
  await server.couch(path, { method: "PUT", body: JSON.stringify(body) });
};
