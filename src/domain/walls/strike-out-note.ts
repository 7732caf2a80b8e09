import type { SealedNote } from "../model/kinds/sealed-note.ts";
import { ok, type Result } from "../model/result.ts";

/** Says of a note that it was a mistake: whoever reads it is told so. By its author or who leads. */
export const strikeOutNote = (note: SealedNote): Result<SealedNote, never> => ok({ ...note, voided: "mistake" });
