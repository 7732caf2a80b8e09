import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import type { NoteContent } from "../../domain/walls/note-content.ts";
import { markPlaces } from "../../domain/walls/walled-needs.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { sealNotes } from "../../live/walls/seal-notes.ts";

export type SealResult = "sealed" | "noKey" | "NotSaved";

/** Seals a note about a person and saves it at the site, and marks what bed and seat follow from it. */
export const useSeal = (person: Person): ((content: NoteContent) => Promise<SealResult>) => {
  const live = useLiveContext();
  return async (content) => {
    const database = siteDatabase(person.site);
    const sealed = await sealNotes(live, { site: person.site, personId: person._id }, [content]);
    if (!sealed) return "noKey";
    try {
      if (!(await live.writer.add(database, sealed)).ok) return "NotSaved";
      if (content.needs) await live.writer.change(database, person._id, markPlaces(content.needs));
      return "sealed";
    } catch {
      return "NotSaved";
    }
  };
};
