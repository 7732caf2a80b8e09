import { partsOf, writers } from "../../src/domain/authority.ts";
import { homeOf, tierOf } from "../../src/domain/databases.ts";
import type { Document } from "../../src/domain/document.ts";
import { checkDocument, checkHeader, type Kind, traitsOf } from "../../src/domain/kind.ts";
import { type KindName, kindNamed } from "../../src/domain/kinds.ts";
import { same } from "../../src/domain/same.ts";

type Incoming = Document & { readonly _deleted?: boolean; readonly _revisions?: unknown };
type UserContext = { readonly db: string; readonly name: string | null; readonly roles: readonly string[] };

/**
 * CouchDB's `validate_doc_update` of every database: structure is the form's own check, authority is `domain/authority.ts`.
 * Bundled to one text that both engines of CouchDB 3.4+ run; the embedded store runs the same text.
 * Throws `{forbidden: "<reason>"}` or `{unauthorized: "<reason>"}`; a reason never holds a value of the document.
 */
export const validateUpdate = (incoming: Incoming, stored: Document | null, user: UserContext): void => {
  if (user.roles.includes("_admin")) return;
  if (!user.name) throw { unauthorized: "sign_in" };
  if (incoming._deleted) throw { forbidden: "nothing_is_deleted" };
  const kind = kindNamed(incoming.kind);
  const tier: string | undefined = tierOf(user.db);
  if (!kind?.homes.some((home) => home === tier)) throw { forbidden: "unknown_kind" };
  mayWrite(kind, incoming, user);
  staysWhatItIs(kind, incoming, stored, user.db);
  isSound(kind, incoming);
};

const mayWrite = (kind: Kind, { site }: Incoming, user: UserContext): void => {
  const allowed = writers[homeOf(user.db)][kind.name as KindName] ?? [];
  const parts = partsOf(user.roles, typeof site === "string" ? site : undefined);
  if (!parts.some((part) => allowed.includes(part))) throw { forbidden: "not_your_role" };
};

/** A document keeps its kind, its place and whatever its kind calls fixed. */
const staysWhatItIs = (kind: Kind, incoming: Incoming, stored: Document | null, database: string): void => {
  if (homeOf(database) === "site" && `site-${incoming.site}` !== database) throw { forbidden: "other_site" };
  if (!stored) return;
  if (stored.kind !== incoming.kind) throw { forbidden: "other_kind" };
  for (const [field, schema] of Object.entries(kind.fields)) {
    const changed = field in stored && !same(stored[field], incoming[field]);
    if (changed && traitsOf(schema)?.fixed) throw { forbidden: `fixed:${field}` };
  }
};

/** The fields of a newer schema are taken as they are, for their own app has checked them; a header that no phone can merge is not. */
const isSound = (kind: Kind, incoming: Incoming): void => {
  const [problem] = incoming.v > kind.version ? checkHeader(kind, incoming) : checkDocument(kind, incoming);
  if (problem) throw { forbidden: `${problem.type}:${problem.field}` };
};
