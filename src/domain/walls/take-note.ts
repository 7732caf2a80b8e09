import { hasWords } from "../model/has-words.ts";
import type { ConfidentialNote } from "../model/kinds/confidential-note.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";

/** Takes charge of what was noted, by name; whoever comes later takes it over. */
export const takeNote = (note: ConfidentialNote, { by, at }: Attribution): Result<ConfidentialNote, never> =>
  ok({ ...note, takenBy: by, takenAt: at });

/** Says in words what was done; nothing more is to be done then. */
export const settleNote = (
  note: ConfidentialNote,
  done: string,
  doing: Attribution,
): Result<ConfidentialNote, SettleNoteError> =>
  hasWords(done)
    ? ok({ ...note, takenBy: doing.by, takenAt: doing.at, done: done.trim().slice(0, 500), settled: true })
    : err({ type: "WordsMissing" });

export type SettleNoteError = { readonly type: "WordsMissing" };

export const reopenNote = ({ settled: _over, ...note }: ConfidentialNote): Result<ConfidentialNote, never> => ok(note);
