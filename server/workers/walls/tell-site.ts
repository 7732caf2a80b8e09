import { authorIn, firstVersion } from "../../../src/domain/merge/next-version.ts";
import { siteDatabase, tierOf } from "../../../src/domain/model/databases.ts";
import type { ConfidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import { safeguarding } from "../../../src/domain/model/kinds/safeguarding.ts";
import { keyOf } from "../../../src/domain/model/new-id.ts";
import { isChildTopic } from "../../../src/domain/walls/note-content.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { documentAt } from "../read-documents.ts";
import { serverAuthor } from "../server-author.ts";
import { copyEach } from "../stored-documents.ts";

/**
 * Tells the site of a child that a protection officer has taken charge, by name: the volunteers there see that it is being dealt with, not what is done. Once for
 * each child, also where another officer takes over later.
 */
export const tellSite: ChangeHandler = async (couch, database, changed) => {
  if (tierOf(database) !== "protection") return true;
  const notes = changed.filter(({ kind }) => kind === "confidentialNote") as unknown as readonly ConfidentialNote[];
  let isDone = true;
  for (const { _id, topic, site, personId, takenBy: by, takenAt: at } of notes) {
    if (!isChildTopic(topic) || by === undefined || at === undefined) continue;
    const target = siteDatabase(site);
    const author = authorIn(serverAuthor(at), target);
    const told = { site, personId, event: "told", office: "protection_officer", at, by };
    const event = firstVersion(safeguarding, `safeguarding:${keyOf(_id)}.officer`, told, author);
    const isTold = await documentAt(couch, target, event._id);
    isDone = (isTold !== undefined || (await copyEach(couch, target, [event])) !== "again") && isDone;
  }
  return isDone;
};
