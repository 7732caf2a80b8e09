/**
 * What a CouchDB should hold, written as plainly as possible: every revision by its text, with its parent. Slow and
 * naive on purpose; the store is compared with it.
 */
export type ModelNode = { parent: string | undefined; body: string | undefined; deleted: boolean };
export type ModelDocument = { readonly nodes: Map<string, ModelNode>; changed: number };

export type ModelEdit = {
  readonly id: string;
  readonly parent: string | undefined;
  readonly body: string;
  readonly deleted: boolean;
};
export type ModelReplica = {
  readonly id: string;
  readonly path: readonly string[];
  readonly body: string;
  readonly deleted: boolean;
};

/** Remembers which revision came of which content on which parent. */
export type RevisionBook = {
  readonly predict: (parent: string | undefined, edit: ModelEdit) => string | undefined;
  readonly note: (parent: string | undefined, edit: ModelEdit, rev: string) => void;
};

export const generationOf = (rev: string): number => Number(rev.split("-")[0]);

export const leaves = ({ nodes }: ModelDocument): string[] => {
  const parents = new Set([...nodes.values()].map(({ parent }) => parent));
  const ends = [...nodes.keys()].filter((rev) => !parents.has(rev));
  const isDeleted = (rev: string) => (nodes.get(rev)?.deleted ? 1 : 0);
  return ends.sort((a, b) => isDeleted(a) - isDeleted(b) || generationOf(b) - generationOf(a) || (a < b ? 1 : -1));
};

export const openModel = (limit: number) => {
  const documents = new Map<string, ModelDocument>();
  let clock = 0;
  const touch = (id: string): ModelDocument => {
    const document = documents.get(id) ?? { nodes: new Map(), changed: 0 };
    documents.set(id, document);
    return document;
  };
  const settle = (ids: Iterable<string>): void => {
    for (const id of ids) {
      const document = touch(id);
      document.changed = ++clock;
      stem(document, limit);
    }
  };
  const isDeletedNow = (document: ModelDocument): boolean =>
    document.nodes.get(leaves(document)[0] ?? "")?.deleted ?? false;

  /** Which edits of a batch go through, and what each of them continues. `revs`: as the store gave them. */
  const edit = (
    edits: readonly ModelEdit[],
    revs: readonly (string | undefined)[],
    book: RevisionBook,
  ): (string | undefined)[] => {
    const before = new Map(edits.map(({ id }) => [id, new Set(documents.has(id) ? leaves(touch(id)) : [])]));
    const wereAlive = new Map(edits.map(({ id }) => [id, documents.has(id) && !isDeletedNow(touch(id))]));
    const changed = new Set<string>();
    const outcome = edits.map((one, i) => {
      const { id, parent, body, deleted } = one;
      if (parent === undefined ? wereAlive.get(id) : !before.get(id)?.has(parent)) return "conflict";
      const document = touch(id);
      const [winner] = leaves(document);
      let below = parent;
      if (winner !== undefined && isDeletedNow(document)) {
        if (parent !== undefined || deleted) return "conflict";
        below = winner;
      } else if (winner !== undefined && (parent === undefined || !leaves(document).includes(parent)))
        return "conflict";
      if (document.nodes.has(book.predict(below, one) ?? "")) return "conflict";
      const rev = revs[i];
      if (rev === undefined) return undefined;
      book.note(below, one, rev);
      document.nodes.set(rev, { parent: below, body, deleted });
      changed.add(id);
      return undefined;
    });
    for (const [id, document] of documents) if (document.nodes.size === 0) documents.delete(id);
    settle(changed);
    return outcome;
  };

  const replicate = (replicas: readonly ModelReplica[]): void => {
    const changed = new Set<string>();
    for (const { id, path, body, deleted } of replicas) {
      const document = touch(id);
      const [newest = ""] = path;
      if (document.nodes.get(newest)?.body !== undefined) continue;
      path.forEach((rev, i) => {
        const node = document.nodes.get(rev) ?? { parent: undefined, body: undefined, deleted: false };
        node.parent ??= path[i + 1];
        document.nodes.set(rev, node);
      });
      Object.assign(document.nodes.get(newest) ?? {}, { body, deleted });
      changed.add(id);
    }
    settle(changed);
  };

  const purge = (id: string, revs: readonly string[]): string[] => {
    const document = documents.get(id);
    const ends = document ? leaves(document) : [];
    const purged = [...new Set(revs)].filter((rev) => ends.includes(rev));
    if (!document || purged.length === 0) return [];
    const kept = new Set(ends.filter((rev) => !purged.includes(rev)).flatMap((rev) => path(document, rev)));
    for (const rev of [...document.nodes.keys()]) if (!kept.has(rev)) document.nodes.delete(rev);
    if (document.nodes.size === 0) documents.delete(id);
    else settle([id]);
    return purged;
  };
  return { documents, edit, replicate, purge };
};

export const path = ({ nodes }: ModelDocument, leaf: string): string[] => {
  const revs: string[] = [];
  for (let rev: string | undefined = leaf; rev !== undefined && nodes.has(rev); rev = nodes.get(rev)?.parent)
    revs.push(rev);
  return revs;
};

const stem = (document: ModelDocument, limit: number): void => {
  const kept = new Set(leaves(document).flatMap((leaf) => path(document, leaf).slice(0, limit)));
  for (const [rev, node] of [...document.nodes]) {
    if (!kept.has(rev)) document.nodes.delete(rev);
    else if (node.parent !== undefined && !kept.has(node.parent)) node.parent = undefined;
  }
};
