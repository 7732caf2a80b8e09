import type { JsonObject } from "../json/json.ts";
import { revisionText } from "../revisions/revision.ts";
import { leavesOf, pathOf, type RevisionNode } from "../revisions/revision-tree.ts";
import type { Database } from "../store/database.ts";
import { bodyOf, type StoredDocument } from "./find-document.ts";
import { plainData, type Stubs, storedBlob } from "./resolve-attachments.ts";
import { revisionsMember, withMembers } from "./stored-text.ts";

/** What a reader wants beside the document itself. */
export type RenderOptions = {
  readonly revs?: boolean;
  readonly revsInfo?: boolean;
  readonly conflicts?: boolean;
  readonly deletedConflicts?: boolean;
  readonly localSeq?: boolean;
  /** "data": inline, base64. "follows": announced as the parts of a multipart answer. */
  readonly attachments?: "data" | "follows";
  /** Whether to say which attachments are kept gzipped. */
  readonly encodingInfo?: boolean;
  /** Revisions whose attachments the reader has: newer attachments only. */
  readonly attachmentsSince?: readonly string[];
};

/** The JSON text of one revision; undefined if its body is not stored. */
export const renderRevision = (
  database: Database,
  document: StoredDocument,
  node: RevisionNode,
  options: RenderOptions,
): string | undefined => {
  const body = bodyOf(database, document.row, node.body);
  if (body === undefined) return undefined;
  const text =
    options.attachments || options.encodingInfo ? withAttachments(database, document, node, body, options) : body;
  return withMembers(text, extraMembers(database, document, node, options));
};

const extraMembers = (
  database: Database,
  document: StoredDocument,
  node: RevisionNode,
  options: RenderOptions,
): string[] => {
  const { tree, row } = document;
  const members: string[] = [];
  const path = options.revs || options.revsInfo ? pathOf(tree, node) : [];
  if (options.revs)
    members.push(
      revisionsMember(
        node.generation,
        path.map(({ hash }) => hash),
      ),
    );
  if (options.revsInfo)
    members.push(`"_revs_info":${JSON.stringify(path.map((ancestor) => revisionInfo(database, document, ancestor)))}`);
  if (options.localSeq) members.push(`"_local_seq":${row.seq}`);
  const losers = options.conflicts || options.deletedConflicts ? leavesOf(tree).slice(1) : [];
  for (const deleted of [false, true]) {
    const wanted = deleted ? options.deletedConflicts : options.conflicts;
    const revs = losers.filter((leaf) => leaf.deleted === deleted && leaf !== node).map(revisionText);
    if (wanted && revs.length > 0)
      members.push(`"${deleted ? "_deleted_conflicts" : "_conflicts"}":${JSON.stringify(revs)}`);
  }
  return members;
};

const revisionInfo = (database: Database, { row }: StoredDocument, node: RevisionNode) => ({
  rev: revisionText(node),
  status: bodyOf(database, row, node.body) === undefined ? "missing" : node.deleted ? "deleted" : "available",
});

const withAttachments = (
  database: Database,
  document: StoredDocument,
  node: RevisionNode,
  body: string,
  options: RenderOptions,
): string => {
  if (!body.includes('"_attachments":')) return body;
  const json = JSON.parse(body) as JsonObject & { _attachments: Stubs };
  const from = options.attachmentsSince ? knownGeneration(document, node, options.attachmentsSince) : 0;
  const attachments: Record<string, JsonObject> = {};
  for (const [name, stub] of Object.entries(json._attachments)) {
    const isWanted = options.attachments && Number(stub.revpos) > from;
    const shown = isWanted ? unstubbed(database, stub, options.attachments === "follows") : stub;
    const says = options.encodingInfo || (isWanted && options.attachments === "follows");
    attachments[name] = says ? { ...shown, ...encodingOf(database, stub) } : shown;
  }
  return JSON.stringify({ ...json, _attachments: attachments });
};

/** The newest generation among the ancestors that the reader says it has. */
const knownGeneration = ({ tree }: StoredDocument, node: RevisionNode, since: readonly string[]): number =>
  pathOf(tree, node).find((ancestor) => since.includes(revisionText(ancestor)))?.generation ?? 0;

const unstubbed = (database: Database, { stub: _, ...rest }: JsonObject, follows: boolean): JsonObject => {
  if (follows) return { ...rest, follows: true };
  const { length: __, ...kept } = rest;
  return { ...kept, data: plainData(database, rest).toString("base64") };
};

const encodingOf = (database: Database, stub: JsonObject): JsonObject => {
  const { data, isGzipped } = storedBlob(database, stub);
  return isGzipped ? { encoding: "gzip", encoded_length: data.length } : {};
};
