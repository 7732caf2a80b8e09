import { useState } from "react";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Id } from "../../domain/model/field.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { NoteContent } from "../../domain/walls/note-content.ts";
import { markPlaces } from "../../domain/walls/walled-needs.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { addSealed, sealNotes } from "../../live/walls/seal-notes.ts";

export type SealResult = "sealed" | "noKey" | "NotSaved";

/**
 * Seals a note about a person and saves it at the site, and marks what bed and seat follow from it. The id is decided for what was typed: saved twice it is one
 * note, and what is changed after a save that failed is another one.
 */
export const useSeal = (person: Person): ((content: NoteContent) => Promise<SealResult>) => {
  const live = useLiveContext();
  const [ids] = useState(() => new Map<string, Id<"sealed-note">>());
  return async (content) => {
    const database = siteDatabase(person.site);
    const typed = JSON.stringify(content);
    const id = ids.get(typed) ?? live.newId("sealed-note");
    ids.set(typed, id);
    const sealed = await sealNotes(live, { site: person.site, personId: person._id }, [content], [id]);
    if (!sealed) return "noKey";
    try {
      if (!(await addSealed(live.writer, database, sealed))) return "NotSaved";
      if (content.needs) await live.writer.change(database, person._id, markPlaces(content.needs));
      return "sealed";
    } catch {
      return "NotSaved";
    }
  };
};
