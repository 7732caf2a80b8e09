import { prepareAccounts } from "../../accounts/prepare-accounts.ts";
import { isServerAdmin } from "../../accounts/user-context.ts";
import { compactIfStale } from "../../documents/compact-database.ts";
import { isLocalId } from "../../documents/document-id.ts";
import type { Draft } from "../../documents/draft.ts";
import { writeLocal } from "../../documents/local-documents.ts";
import type { WriteContext, Written } from "../../documents/write-context.ts";
import { writeEdits } from "../../documents/write-edits.ts";
import { writeReplicas } from "../../documents/write-replicas.ts";
import { noteWriter } from "../../feeds/news.ts";
import { refuse } from "../../refuse.ts";
import { pause } from "../transport/couch-request.ts";
import type { CouchServer } from "../transport/couch-server.ts";
import type { DatabaseRequest } from "../transport/database-request.ts";
import { partsOf } from "./parts-of.ts";

/** Writes documents in the next group commit. Answers once they are on the disk. */
export const saveDrafts = async (
  server: CouchServer,
  request: DatabaseRequest,
  drafts: readonly Draft[],
  mode: "edit" | "replica",
): Promise<Written[]> => {
  const { store, accounts, validators, disk, quotas } = server;
  const { database, user } = request;
  quotas.take(user, drafts);
  if (!isServerAdmin(user)) for (const draft of drafts) checkSize(draft, server.maxAccountDocumentBytes);
  if (disk.isFull()) return refuse(507, "insufficient_storage", "database_dir is too full");
  const isUsers = database.name === "_users";
  const prepared = isUsers ? await prepareAccounts(accounts, database, user, drafts) : drafts;
  const context: WriteContext = { database, user, validate: (checks) => validators.check(database, user, checks) };
  const written: Written[] = [];
  for (const [place, part] of [...partsOf(prepared)].entries()) {
    if (place > 0) await pause(request);
    written.push(...(await store.write(database, () => writeAll(context, part, mode))));
  }
  // Not awaited: if it fails, the next write tries again.
  compactIfStale(store, database).catch(() => undefined);
  return written;
};

const checkSize = ({ id, text }: Draft, most: number): void => {
  if (Buffer.byteLength(text) > most) refuse(413, "document_too_large", id);
};

const writeAll = (context: WriteContext, drafts: readonly Draft[], mode: "edit" | "replica"): Written[] => {
  const { database, user } = context;
  const before = database.counters.seq;
  const written = writeEach(context, drafts, mode);
  noteWriter(database, user.session, before);
  return written;
};

/** `_local` documents go their own way; answers to edits stay in the order of the drafts. */
const writeEach = (context: WriteContext, drafts: readonly Draft[], mode: "edit" | "replica"): Written[] => {
  const write = mode === "edit" ? writeEdits : writeReplicas;
  const locals = drafts.filter(({ id }) => isLocalId(id));
  if (locals.length === 0) return write(context, drafts);
  const others = write(
    context,
    drafts.filter(({ id }) => !isLocalId(id)),
  );
  const written = locals.map((draft) => writeLocal(context, draft));
  if (mode === "replica") return others;
  return drafts.map(({ id }) => (isLocalId(id) ? written : others).shift() as Written);
};
