import type { RxStorage, RxStorageInstance } from "rxdb/plugins/core";
import { map } from "rxjs";
import { bookkeepingOf, openRow, type RowCipher, type SealedRow, sealRow } from "./envelope.ts";
import { databaseOf, type Row } from "./row.ts";

type Storage = RxStorage<unknown, unknown>;
type Instance = RxStorageInstance<Row, unknown, unknown>;
type Write = Parameters<Instance["bulkWrite"]>[0][number];
type WriteError = Awaited<ReturnType<Instance["bulkWrite"]>>["error"][number];
type Stored = Write["document"];

/**
 * A storage under RxDB that keeps each row as one envelope: on the disk only RxDB's own bookkeeping can be read, and a name that says nothing
 * in place of the id, so that RxDB's order of ids is no order of documents. What RxDB keeps about itself (`_rxdb_internal`) names nobody and
 * stays as it is.
 */
export const sealedStorage = (storage: Storage, envelopes: RowCipher, copy: MirrorRows = noCopy): Storage => ({
  ...storage,
  createStorageInstance: async (params) => {
    const instance = await storage.createStorageInstance(params);
    if (params.schema.title !== "row") return instance;
    return sealedInstance(instance as unknown as Instance, envelopes, copy) as unknown as typeof instance;
  },
});

/** Told of all rows while they are written; a write is done when its copy is. It never rejects. */
export type MirrorRows = (rows: readonly Row[]) => Promise<void>;
const noCopy: MirrorRows = () => Promise.resolve();

const sealedInstance = (instance: Instance, envelopes: RowCipher, copy: MirrorRows): Instance => {
  /** What was written, by the envelope it went into: the storage's events tell of envelopes. */
  const contents = new WeakMap<object, Stored>();
  const nameOf = (id: string): Promise<string> => envelopes.nameOf(databaseOf({ id }), id);
  const opened = async (row: Stored): Promise<Stored> =>
    (await openRow(envelopes, row as unknown as SealedRow)) as Stored;
  const put = (envelope: object, content: Stored): Stored => {
    contents.set(envelope, content);
    return envelope as Stored;
  };
  const sealed = async ({ previous, document }: Write): Promise<Write> => {
    const name = await nameOf(document.id);
    return {
      ...(previous && { previous: put({ ...bookkeepingOf(previous), id: name }, previous) }),
      document: put(await sealRow(envelopes, name, document), document),
    };
  };
  const reopened = async (error: WriteError): Promise<WriteError> => {
    const document = contentOf(error.writeRow.document);
    const plain = { documentId: document.id, writeRow: { ...error.writeRow, document } };
    return "documentInDb" in error
      ? { ...error, ...plain, documentInDb: { ...(await opened(error.documentInDb)), id: document.id } }
      : { ...error, ...plain };
  };
  const contentOf = (envelope: Stored): Stored => {
    const content = contents.get(envelope);
    if (!content) throw new Error("the storage tells of a row that was not written here");
    return content;
  };
  return {
    ...{ databaseName: instance.databaseName, collectionName: instance.collectionName, schema: instance.schema },
    ...{ internals: instance.internals, options: instance.options },
    bulkWrite: async (writes, context) => {
      const copied = copy(writes.map(({ document }) => document));
      const { error } = await instance.bulkWrite(await Promise.all(writes.map(sealed)), context);
      await copied;
      return { error: await Promise.all(error.map(reopened)) };
    },
    findDocumentsById: async (ids, withDeleted) => {
      const names = new Map(await Promise.all(ids.map(async (id) => [await nameOf(id), id] as const)));
      const found = await instance.findDocumentsById([...names.keys()], withDeleted);
      return Promise.all(found.map(async (row) => ({ ...(await opened(row)), id: names.get(row.id) ?? row.id })));
    },
    query: async (query) => ({ documents: await Promise.all((await instance.query(query)).documents.map(opened)) }),
    count: (query) => instance.count(query),
    getAttachmentData: (id, attachment, digest) => instance.getAttachmentData(id, attachment, digest),
    changeStream: () =>
      instance.changeStream().pipe(
        map((bulk) => ({
          ...bulk,
          events: bulk.events.map((event) => {
            const documentData = contentOf(event.documentData as Stored);
            const { previousDocumentData: before } = event;
            return {
              ...event,
              documentId: documentData.id,
              documentData,
              ...(before && { previousDocumentData: contentOf(before as Stored) }),
            };
          }),
        })),
      ) as ReturnType<Instance["changeStream"]>,
    cleanup: (age) => instance.cleanup(age),
    close: () => instance.close(),
    remove: () => instance.remove(),
  };
};
