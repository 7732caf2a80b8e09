import { cutText } from "../model/cut-text.ts";
import { hasWords } from "../model/has-words.ts";
import type { ConfidentialNote } from "../model/kinds/confidential-note.ts";
import { err, ok, type Result } from "../model/result.ts";
import type { Attribution } from "../roster/stay-commands.ts";
import { isConcern } from "./note-content.ts";

/** True where a concern has been without a reader in charge for half an hour, at `now` (ISO 8601). */
export const waitsTooLong = ({ topic, takenBy, settled, at }: ConfidentialNote, now: string): boolean =>
  isConcern(topic) && takenBy === undefined && !settled && Date.parse(now) - Date.parse(at) >= 30 * 60_000;

/** Takes charge of what was noted, by name; a later reader takes it over. */
export const takeNote = (note: ConfidentialNote, { by, at }: Attribution): Result<ConfidentialNote, never> =>
  ok({ ...note, takenBy: by, takenAt: at });

/** Says in words what was done so far; it stays open, in the hands of who did it. */
export const noteMeasure = (
  note: ConfidentialNote,
  words: string,
  { by, at }: Attribution,
): Result<ConfidentialNote, SettleNoteError> =>
  hasWords(words)
    ? ok({
        ...inHandsOf(note, { by, at }),
        measures: [...(note.measures ?? []), { at, by, text: cutText(words.trim(), 500) }],
      })
    : err({ type: "WordsMissing" });

/** Says in words what it came to; nothing more is to be done then. */
export const settleNote = (
  note: ConfidentialNote,
  done: string,
  doing: Attribution,
): Result<ConfidentialNote, SettleNoteError> =>
  hasWords(done)
    ? ok({ ...inHandsOf(note, doing), done: cutText(done.trim(), 500), settled: true })
    : err({ type: "WordsMissing" });

export type SettleNoteError = { readonly type: "WordsMissing" };

/** The reader in charge keeps the hour; any other takes the note over by this act, by name. */
const inHandsOf = (note: ConfidentialNote, { by, at }: Attribution): ConfidentialNote =>
  note.takenBy === by ? note : { ...note, takenBy: by, takenAt: at };

/** Opens a settled note again, in the hands of the reader who does it. */
export const reopenNote = (
  { settled: _over, ...note }: ConfidentialNote,
  doing: Attribution,
): Result<ConfidentialNote, never> => ok(inHandsOf(note, doing));
