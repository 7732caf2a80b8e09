import { dominates } from "../../../../src/domain/merge/merge.ts";
import type { Document } from "../../../../src/domain/model/document.ts";
import type { Handled, Handling } from "../test-server.ts";

/** Every version that the server has taken, written down as it answers: what may be called sent from then on, and not a moment sooner. */
export type AcceptedVersions = {
  note(request: Handled, answer: Handling): void;
  has(database: string, document: Document): boolean;
};

export const openAcceptedVersions = (): AcceptedVersions => {
  const versions = new Map<string, Document[]>();
  return {
    note: (request, answer) => {
      if (answer.status !== 201) return;
      for (const [database, document] of docsTaken(request, answer)) {
        const key = `${database}/${document._id}`;
        versions.set(key, [...(versions.get(key) ?? []), document]);
      }
    },
    has: (database, document) =>
      versions.get(`${database}/${document._id}`)?.some((version) => dominates(version, document)) ?? false,
  };
};

type Held = readonly [database: string, document: Document];

const docsTaken = ({ method, path, body = "{}" }: Handled, answer: Handling): readonly Held[] => {
  const [, database = "", rest = ""] = /^([^/?]+)\/([^/?]+)/.exec(path) ?? [];
  if (method === "PUT" && !rest.startsWith("_")) return documentsIn(database, [JSON.parse(body)]);
  if (method !== "POST" || rest !== "_bulk_docs") return [];
  const { docs, new_edits } = JSON.parse(body) as { readonly docs: readonly Document[]; readonly new_edits?: boolean };
  // With revisions of somebody else's making only what failed is answered.
  const answers = new_edits === false ? [] : (JSON.parse(answer.body) as readonly { readonly error?: string }[]);
  return documentsIn(
    database,
    docs.filter((_, place) => !answers[place]?.error),
  );
};

const documentsIn = (database: string, docs: readonly Document[]): readonly Held[] =>
  docs.filter(({ stamps }) => stamps).map((document) => [database, document]);
