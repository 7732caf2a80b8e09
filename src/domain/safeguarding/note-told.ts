import type { NewDocument } from "../merge/new-document.ts";
import type { CodeOf } from "../model/codes.ts";
import { cutText } from "../model/cut-text.ts";
import type { Id } from "../model/field.ts";
import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { safeguardingEvent } from "./confirmation.ts";

/** Notes who was told of the child. `minutesAgo`: before it is noted. */
export const noteTold = (
  child: Pick<Person, "_id" | "site">,
  id: Id<"safeguarding">,
  told: {
    readonly office: CodeOf<"safeguardingOffice"> | undefined;
    readonly minutesAgo: number;
    readonly note: string;
  },
  doing: Attribution,
): Result<NewDocument, NoteToldError> => {
  if (told.office === undefined) return err({ type: "OfficeMissing" });
  const note = cutText(told.note.trim(), 200);
  const at = new Date(Date.parse(doing.at) - told.minutesAgo * 60_000).toISOString();
  const content = { office: told.office, at, ...(note && { note }) };
  return ok(safeguardingEvent(child, id, "told", doing, content));
};

export type NoteToldError = { readonly type: "OfficeMissing" };

/** Notes that somebody stays with the child. */
export const noteStaysWith = (
  child: Pick<Person, "_id" | "site">,
  id: Id<"safeguarding">,
  doing: Attribution,
): NewDocument => safeguardingEvent(child, id, "stays_with", doing);
