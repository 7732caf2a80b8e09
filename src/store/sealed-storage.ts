import type { RxStorage, RxStorageInstance } from "rxdb/plugins/core";
import { map } from "rxjs";
import { bookkeepingOf, openRow, type RowCipher, type SealedRow, sealRow } from "./envelope.ts";
import type { Row } from "./row.ts";

type Storage = RxStorage<unknown, unknown>;
type Instance = RxStorageInstance<Row, unknown, unknown>;
type Write = Parameters<Instance["bulkWrite"]>[0][number];
type WriteError = Awaited<ReturnType<Instance["bulkWrite"]>>["error"][number];
type Stored = Write["document"];

/**
 * A storage under RxDB that keeps each row as one envelope: on the disk only its id and RxDB's own bookkeeping can be read. What
 * RxDB keeps about itself (`_rxdb_internal`) names nobody and stays as it is.
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
  const opened = async (row: Stored): Promise<Stored> =>
    (await openRow(envelopes, row as unknown as SealedRow)) as Stored;
  const put = (envelope: object, content: Stored): Stored => {
    contents.set(envelope, content);
    return envelope as Stored;
  };
  const sealed = async ({ previous, document }: Write): Promise<Write> => ({
    ...(previous && { previous: put(bookkeepingOf(previous), previous) }),
    document: put(await sealRow(envelopes, document), document),
  });
  const reopened = async (error: WriteError): Promise<WriteError> => {
    const writeRow = { ...error.writeRow, document: contentOf(error.writeRow.document) };
    return "documentInDb" in error
      ? { ...error, writeRow, documentInDb: await opened(error.documentInDb) }
      : { ...error, writeRow };
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
    findDocumentsById: async (ids, withDeleted) =>
      Promise.all((await instance.findDocumentsById(ids, withDeleted)).map(opened)),
    query: async (query) => ({ documents: await Promise.all((await instance.query(query)).documents.map(opened)) }),
    count: (query) => instance.count(query),
    getAttachmentData: (id, attachment, digest) => instance.getAttachmentData(id, attachment, digest),
    changeStream: () =>
      instance.changeStream().pipe(
        map((bulk) => ({
          ...bulk,
          events: bulk.events.map((event) => ({
            ...event,
            documentData: contentOf(event.documentData as Stored),
            ...(event.previousDocumentData && {
              previousDocumentData: contentOf(event.previousDocumentData as Stored),
            }),
          })),
        })),
      ) as ReturnType<Instance["changeStream"]>,
    cleanup: (age) => instance.cleanup(age),
    close: () => instance.close(),
    remove: () => instance.remove(),
  };
};
