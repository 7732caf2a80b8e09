import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { deepEqual } from "../../src/domain/merge/deep-equal.ts";
import type { OperatorClient } from "../couch-client.ts";
import { installDatabase } from "../design/install-database.ts";
import { format } from "./backup-couch.ts";
import { type AuditVerdict, chainVerdict, openSuspects } from "./hold-against-audit.ts";
import { type AccountVersion, systemRolesOf } from "./powers.ts";
import { recoveringUntil } from "./recovering-until.ts";

const batchSize = 200;

type Line = {
  readonly format?: string;
  readonly database?: string;
  readonly security?: object;
  readonly doc?: { readonly _id: string };
  readonly end?: true;
};

/** The databases of a backup that hold documents on the server; throws where the file is not a whole backup. */
export const occupiedDatabases = async (couch: OperatorClient, file: string): Promise<readonly string[]> => {
  const there: string[] = [];
  let isWhole = false;
  for await (const { database, end } of linesOf(file)) {
    isWhole = end === true;
    if (database === undefined) continue;
    // Others that begin so are CouchDB's own, and what lies in them is carried out.
    if (database.startsWith("_") && database !== "_users") throw new Error("the backup holds a database of the system");
    const path = `${encodeURIComponent(database)}/_all_docs?limit=1&startkey=${encodeURIComponent('"a"')}`;
    const { status, body } = await couch.get<{ rows: readonly unknown[] }>(path);
    if (status === 200 && body.rows.length > 0) there.push(database);
  }
  if (!isWhole) throw new Error("the backup is not whole");
  return there;
};

/** Accounts of the backup with roles of the system that they do not have on the server, a sentence each. */
export const newPowersIn = async (couch: OperatorClient, file: string): Promise<readonly string[]> => {
  const powers = new Set<string>();
  let database = "";
  for await (const line of linesOf(file)) {
    database = line.database ?? database;
    if (database !== "_users" || !line.doc) continue;
    const given = systemRolesOf(line.doc as AccountVersion);
    if (given.length === 0) continue;
    const { status, body } = await couch.get<AccountVersion>(`_users/${encodeURIComponent(line.doc._id)}`);
    const there = status === 200 ? systemRolesOf(body) : [];
    for (const power of given) if (!there.includes(power)) powers.add(power);
  }
  return [...powers];
};

/** Holds every version in the backup against the chain of a data folder and against the server, as the backup of a store is held. */
export const auditOf = async (couch: OperatorClient, file: string, dataDir: string): Promise<AuditVerdict> => {
  const withoutChain = chainVerdict(dataDir);
  if (withoutChain) return withoutChain;
  const suspects = openSuspects();
  let database = "";
  let docs: VersionedDoc[] = [];
  const compare = async () => {
    const asked = docs.map(({ _id, _rev }) => ({ id: _id, rev: _rev }));
    const path = `${encodeURIComponent(database)}/_bulk_get?attachments=true`;
    const { status, body } = await couch.post<{ readonly results?: readonly Found[] }>(path, { docs: asked });
    if (status !== 200 && status !== 404) throw new Error(`the server answered ${status}`);
    for (const [place, doc] of docs.entries()) {
      const version = { database, id: doc._id, rev: doc._rev };
      const there = body.results?.[place]?.docs[0]?.ok;
      if (!there) suspects.isNotHere(version);
      else if (!deepEqual(contentOf(there), contentOf(doc))) suspects.isOther(version);
    }
    docs = [];
  };
  for await (const line of linesOf(file)) {
    if (line.database !== undefined) {
      if (docs.length > 0) await compare();
      database = line.database;
    }
    if (line.doc) docs.push(line.doc as VersionedDoc);
    if (docs.length >= batchSize) await compare();
  }
  if (docs.length > 0) await compare();
  return suspects.judge(dataDir);
};

type VersionedDoc = { readonly _id: string; readonly _rev: string };
type Found = { readonly docs: readonly { readonly ok?: object }[] };

const contentOf = (doc: object): object => {
  const { _revisions, ...content } = doc as { readonly _revisions?: unknown };
  return content;
};

/**
 * Makes each database of the backup anew and fills it with the same revisions. A database that was made anew has a new life, by
 * which phones see that they have to send again what it lacks. Answers how many documents were written.
 */
export const restoreCouch = async (couch: OperatorClient, file: string): Promise<number> => {
  let database = "";
  let docs: object[] = [];
  let count = 0;
  const write = async () => {
    if (docs.length === 0) return;
    const { status } = await couch.post(`${encodeURIComponent(database)}/_bulk_docs`, { docs, new_edits: false });
    if (status >= 300) throw new Error(`the server answered ${status}`);
    count += docs.length;
    docs = [];
  };
  for await (const line of linesOf(file)) {
    if (line.database !== undefined) {
      await write();
      database = line.database;
      await makeAnew(couch, database);
    }
    // The server writes its own design documents, those of this version.
    if (line.doc && !line.doc._id.startsWith("_design/")) docs.push(line.doc);
    if (docs.length >= batchSize) await write();
  }
  await write();
  return count;
};

const makeAnew = async (couch: OperatorClient, database: string): Promise<void> => {
  await couch.remove(encodeURIComponent(database));
  if (database !== "_users")
    return installDatabase(couch, database, (state) => ({ ...state, recoveringUntil: recoveringUntil(new Date()) }));
  const { status } = await couch.put(database, undefined);
  if (status >= 300 && status !== 412) throw new Error(`the server answered ${status}`);
};

async function* linesOf(file: string): AsyncGenerator<Line> {
  const text = createReadStream(file).pipe(createGunzip());
  let isFirst = true;
  for await (const each of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = JSON.parse(each) as Line;
    if (isFirst && line.format !== format) throw new Error("the file is not a backup of Prystan");
    isFirst = false;
    yield line;
  }
}
