import type { SealedNote } from "../model/kinds/sealed-note.ts";
import { ok, type Result } from "../model/result.ts";

/** Says of a note that it was a mistake: its readers are told so. Its author and leads may do it. */
export const strikeOutNote = (note: SealedNote): Result<SealedNote, never> => ok({ ...note, voided: "mistake" });
