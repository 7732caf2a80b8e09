import type { NewDocument } from "../../domain/merge/new-document.ts";
import type { CodeOf } from "../../domain/model/codes.ts";
import { databaseTypeOf } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { ok } from "../../domain/model/result.ts";
import { wallOff } from "../../domain/walls/walled-needs.ts";
import type { Writer } from "../../store/writer.ts";
import type { Records } from "../records.ts";
import { type Sealing, sealNotes } from "./seal-notes.ts";

/**
 * A writer by which what may not stay at a site goes to it sealed, whatever screen it was ticked on: health, and the wish to talk in private. The note is on
 * the disk before the record is, or with it, so that none is lost in between. Where the server's key is not known yet the record keeps what was ticked, and
 * the server moves it.
 */
export const wallingWriter = (writer: Writer, records: Records, sealing: Sealing): Writer => ({
  ...writer,
  add: async (database, drafts) => {
    const walled = await Promise.all(
      drafts.map(async (draft) => {
        const found = isPersonOfSite(database, draft) && (await walledOff(sealing, draft.id, draft.content as Person));
        return found ? [{ ...draft, content: found.person }, ...found.sealed] : [draft];
      }),
    );
    const added = await writer.add(database, walled.flat());
    if (!added.ok) return added;
    // Without the notes: where the act is taken back, the server strikes them out with the record (`server/workers/walls/strike-notes.ts`).
    const byId = new Map(added.value.map((document) => [document._id, document]));
    return ok(drafts.flatMap(({ id }) => byId.get(id) ?? []));
  },
  change: async (database, id, command) => {
    const before = records.table(database, "person").rows().get(id);
    const asked = before && isPersonOfSite(database, before) ? command(before as never) : undefined;
    const found = asked?.ok ? await walledOff(sealing, id, asked.value as unknown as Person) : undefined;
    if (!found) return writer.change(database, id, command);
    const noted = await writer.add(database, found.sealed);
    if (!noted.ok) throw new Error("a note was not saved");
    const isSealed = (need: CodeOf<"needFlag">) => found.needs.includes(need);
    return writer.change(database, id, (current: never) => {
      const done = command(current);
      // Another need may have come meanwhile: it stays until it is sealed, too.
      return done.ok
        ? ({ ...done, value: wallOff(done.value as unknown as Person, isSealed).person } as unknown as typeof done)
        : done;
    });
  },
});

const isPersonOfSite = (database: string, { kind }: Pick<Document, "kind">): boolean =>
  kind === "person" && databaseTypeOf(database) === "site";

type WalledOff = {
  readonly person: Person;
  readonly sealed: readonly NewDocument[];
  /** Those that were noted before. */
  readonly needs: readonly CodeOf<"needFlag">[];
};

/** Nothing where there is nothing to seal, or it cannot be sealed. */
const walledOff = async (sealing: Sealing, id: string, record: Person): Promise<WalledOff | undefined> => {
  const { person, notes } = wallOff(record);
  if (notes.length === 0) return undefined;
  const whose = { site: record.site, personId: id as Person["_id"] };
  const sealed = await sealNotes(sealing, whose, notes);
  return sealed && { person, sealed, needs: record.needFlags ?? [] };
};
