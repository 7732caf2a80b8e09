import type { RxStorage, RxStorageInstance } from "rxdb/plugins/core";
import { map } from "rxjs";
import { bookkeepingOf, type RowCipher, type SealedRow, sealRow } from "./envelope.ts";
import type { Packing, PackShelf } from "./pack-shelf.ts";
import { openRows, packOf, sealPacks } from "./packs.ts";
import { databaseOf, isDamaged, type Row } from "./row.ts";
import { openWear } from "./wear.ts";

type Storage = RxStorage<unknown, unknown> & Partial<Packing>;
type Instance = RxStorageInstance<Row, unknown, unknown>;
type Write = Parameters<Instance["bulkWrite"]>[0][number];
type WriteError = Awaited<ReturnType<Instance["bulkWrite"]>>["error"][number];
type Stored = Write["document"];

/**
 * A storage under RxDB that keeps each row as one envelope: on the disk only RxDB's own bookkeeping can be read, and a name that says nothing
 * in place of the id, so that RxDB's order of ids is no order of documents. What RxDB keeps about itself (`_rxdb_internal`) names nobody and
 * stays as it is.
 */
export const sealedStorage = (storage: Storage, envelopes: RowCipher, copy: MirrorRows = noCopy): SealedStorage => {
  const wear = openWear(envelopes);
  return {
    ...storage,
    createStorageInstance: async (params) => {
      const instance = await storage.createStorageInstance(params);
      if (params.schema.title !== "row") return instance;
      const rows = instance as unknown as Instance;
      const shelf = storage.shelfOf?.(rows);
      const note: NoteLoose = (loose) => shelf && wear.note(shelf, loose);
      return sealedInstance(rows, { shelf, note, envelopes, copy }) as unknown as typeof instance;
    },
    tidy: wear.tidy,
  };
};

export type SealedStorage = Storage & {
  /** Packs anew what was written since it was packed. While the app has nothing else to do; what could not be done is done the next time. */
  tidy(): Promise<void>;
};

/** Told of all rows while they are written; a write is done when its copy is. It never rejects. */
export type MirrorRows = (rows: readonly Row[]) => Promise<void>;
const noCopy: MirrorRows = () => Promise.resolve();

type NoteLoose = (rows: readonly Partial<Row>[]) => void;
type Parts = {
  readonly shelf: PackShelf | undefined;
  readonly note: NoteLoose;
  readonly envelopes: RowCipher;
  readonly copy: MirrorRows;
};

const sealedInstance = (instance: Instance, { shelf, note, envelopes, copy }: Parts): Instance => {
  /** What was written, by the envelope it went into: the storage's events tell of envelopes. */
  const contents = new WeakMap<object, Stored>();
  const nameOf = (id: string): Promise<string> => envelopes.nameOf(databaseOf({ id }), id);
  const opened = async (stored: readonly Stored[], read = shelf?.read ?? noPacks): Promise<Stored[]> =>
    (await openRows(envelopes, stored as unknown as readonly SealedRow[], read)).rows as Stored[];
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
  const isAddedPacked = async (writes: readonly Write[], context: string): Promise<boolean> => {
    if (!shelf || writes.length < fewest || !writes.every(isSettled)) return false;
    const contents = writes.map(({ document }) => document);
    const made = await sealPacks(envelopes, contents);
    const rows = contents.map((content) => ({ document: put(made.sealed.get(content) as object, content) }));
    return shelf.add(rows, made.packs, context);
  };
  const reopened = async (error: WriteError): Promise<WriteError> => {
    const document = contentOf(error.writeRow.document);
    const plain = { documentId: document.id, writeRow: { ...error.writeRow, document } };
    if (!("documentInDb" in error)) return { ...error, ...plain };
    const [inDb] = await opened([error.documentInDb]);
    return { ...error, ...plain, documentInDb: { ...(inDb as Stored), id: document.id } };
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
      const isPacked = await isAddedPacked(writes, context);
      const { error } = isPacked ? none : await instance.bulkWrite(await Promise.all(writes.map(sealed)), context);
      if (!isPacked) note(writes.map(({ document }) => document));
      await copied;
      return { error: await Promise.all(error.map(reopened)) };
    },
    findDocumentsById: async (ids, withDeleted) => {
      const names = new Map(await Promise.all(ids.map(async (id) => [await nameOf(id), id] as const)));
      const find = async () => {
        const found = await instance.findDocumentsById([...names.keys()], withDeleted);
        const rows = await opened(found);
        return rows.map((row, place) => ({ ...row, id: names.get(found[place]?.id ?? "") ?? row.id }));
      };
      const rows = await find();
      // Packed anew between the two reads, if it is not damaged.
      return rows.some(isInMissingPack) ? find() : rows;
    },
    query: async (query) => {
      const found = (await instance.query(query)).documents;
      const documents = await opened(found, shelf?.all);
      note(documents.filter((_, place) => packOf(found[place] as unknown as SealedRow) === undefined));
      return { documents };
    },
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

/** A row that is still to be sent is written again soon, and then lies alone. */
const isSettled = ({ previous, document }: Write): boolean => !previous && !document._deleted && document.sent;
/** Rows that are worth a pack. */
const fewest = 20;
const isInMissingPack = (row: Partial<Row>): boolean =>
  isDamaged(row) && packOf({ box: row.damaged ?? "" }) !== undefined;
const noPacks = async () => [];
const none: { readonly error: WriteError[] } = { error: [] };
