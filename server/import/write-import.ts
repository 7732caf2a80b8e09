import type { Document } from "../../src/domain/model/document.ts";
import { err, ok, type Result } from "../../src/domain/model/result.ts";
import { seriesOf } from "../../src/domain/numbers/number-series.ts";
import { seriesId } from "../phones/number-series.ts";
import { serverDatabase } from "../phones/phone-record.ts";
import type { ImportPlan } from "./plan-import.ts";

/** A CouchDB (3.4 or the embedded one) and its server admin. `baseUrl` has no slash at its end. */
export type CouchAccess = {
  readonly baseUrl: string;
  readonly user: string;
  readonly password: string;
  readonly fetch: typeof fetch;
};

/** How many documents were written, and how many were there already and stay as they are. */
export type ImportOutcome = { readonly written: number; readonly alreadyThere: number };

export type WriteImportError =
  | { readonly type: "Unreachable" }
  | { readonly type: "NotAdmitted" }
  | { readonly type: "DatabaseRefused"; readonly database: string; readonly status: number }
  | { readonly type: "DocumentRefused"; readonly database: string; readonly id: string; readonly reason: string };

/**
 * Writes a plan, database by database. A document that is there already is never overwritten, so a second run, or one after a
 * break in the middle, only adds what is missing.
 */
export const writeImport = async (
  couch: CouchAccess,
  plan: ImportPlan,
): Promise<Result<ImportOutcome, WriteImportError>> => {
  let outcome: ImportOutcome = { written: 0, alreadyThere: 0 };
  for (const { name, documents } of plan.databases) {
    const opened = await openDatabase(couch, name);
    if (!opened.ok) return opened;
    for (const batch of batchesOf(documents)) {
      const written = await writeBatch(couch, name, batch);
      if (!written.ok) return written;
      outcome = {
        written: outcome.written + written.value.written,
        alreadyThere: outcome.alreadyThere + written.value.alreadyThere,
      };
    }
  }
  const kept = await keepSeries(couch, plan);
  return kept.ok ? ok(outcome) : kept;
};

/** Numbers that came with the records are no phone's to give again: their series are written down as the import's. */
const keepSeries = async (couch: CouchAccess, plan: ImportPlan): Promise<Result<undefined, WriteImportError>> => {
  const numbers = plan.databases.flatMap(({ documents }) =>
    documents.flatMap(({ regNo, groupNo }) => [regNo, groupNo]),
  );
  const series = new Set(numbers.flatMap((number) => (typeof number === "string" ? (seriesOf(number) ?? []) : [])));
  if (series.size === 0) return ok(undefined);
  const opened = await openDatabase(couch, serverDatabase);
  if (!opened.ok) return opened;
  const docs = [...series].map((one) => ({ _id: seriesId(one), device: "import" }));
  const written = await writeBatch(couch, serverDatabase, docs);
  return written.ok ? ok(undefined) : written;
};

const documentsAtOnce = 250;

const batchesOf = (documents: readonly Document[]): readonly (readonly Document[])[] =>
  Array.from({ length: Math.ceil(documents.length / documentsAtOnce) }, (_, at) =>
    documents.slice(at * documentsAtOnce, (at + 1) * documentsAtOnce),
  );

/** Makes the database where it is missing; the server's workers give it its rights. */
const openDatabase = async (couch: CouchAccess, database: string): Promise<Result<undefined, WriteImportError>> => {
  const answer = await send(couch, "PUT", database);
  if (!answer.ok) return answer;
  const { status } = answer.value;
  return status === 201 || status === 202 || status === 412 ? ok(undefined) : refused(database, status);
};

const writeBatch = async (
  couch: CouchAccess,
  database: string,
  docs: readonly object[],
): Promise<Result<ImportOutcome, WriteImportError>> => {
  const answer = await send(couch, "POST", `${database}/_bulk_docs`, { docs });
  if (!answer.ok) return answer;
  if (answer.value.status !== 201 && answer.value.status !== 202) return refused(database, answer.value.status);
  const rows = (await answer.value.json()) as readonly BulkRow[];
  const bad = rows.find(({ error }) => error !== undefined && error !== "conflict");
  if (bad) return err({ type: "DocumentRefused", database, id: bad.id, reason: bad.reason ?? bad.error ?? "" });
  const alreadyThere = rows.filter(({ error }) => error === "conflict").length;
  return ok({ written: docs.length - alreadyThere, alreadyThere });
};

type BulkRow = { readonly id: string; readonly error?: string; readonly reason?: string };

const refused = (database: string, status: number) =>
  status === 401 || status === 403
    ? err<WriteImportError>({ type: "NotAdmitted" })
    : err<WriteImportError>({ type: "DatabaseRefused", database, status });

const send = async (
  { baseUrl, user, password, fetch }: CouchAccess,
  method: "PUT" | "POST",
  path: string,
  body?: unknown,
): Promise<Result<Response, WriteImportError>> => {
  const credentials = Buffer.from(`${user}:${password}`, "utf8").toString("base64");
  const headers = { authorization: `Basic ${credentials}`, "content-type": "application/json" };
  try {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return ok(await fetch(`${baseUrl}/${path}`, { method, headers, ...sent }));
  } catch {
    return err({ type: "Unreachable" });
  }
};
