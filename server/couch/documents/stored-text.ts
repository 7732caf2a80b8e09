import type { Stubs } from "./resolve-attachments.ts";

/** A document as stored and sent: its members between `_id`, `_rev` and what else is CouchDB's. */
export const storedText = (id: string, rev: string, text: string, deleted: boolean, stubs: Stubs): string => {
  const members = text.length > 2 ? `,${text.slice(1, -1)}` : "";
  const mark = deleted ? ',"_deleted":true' : "";
  return `{"_id":${JSON.stringify(id)},"_rev":${JSON.stringify(rev)}${members}${mark}${attachmentsMember(stubs)}}`;
};

const attachmentsMember = (stubs: Stubs): string => {
  for (const _ in stubs) return `,"_attachments":${JSON.stringify(stubs)}`;
  return "";
};

/** The document's JSON text with further members, each `"name":value`. */
export const withMembers = (text: string, members: readonly string[]): string =>
  members.length === 0 ? text : `${text.slice(0, -1)},${members.join(",")}}`;

/** `"_revisions":{…}` of a path, newest hash first. */
export const revisionsMember = (start: number, hashes: readonly string[]): string =>
  `"_revisions":{"start":${start},"ids":${JSON.stringify(hashes)}}`;
