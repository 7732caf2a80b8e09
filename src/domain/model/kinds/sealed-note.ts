import { instant, optional, ref, siteSlug, text } from "../field.ts";
import { type DocumentOf, defineKind } from "../kind.ts";

/**
 * Something that whoever wrote it down may not read afterwards (`walls/`): the phone seals it to the server's key, a worker opens it and places it in the
 * database of its tier. What stays at the site says that something was noted of somebody, when and by whom; not what, nor of which kind.
 */
export const sealedNote = defineKind("sealedNote", 1, ["site"], {
  site: siteSlug(),
  personId: ref("person", { fixed: true }),
  at: instant({ fixed: true }),
  /** Base64. Gone once it is placed; one that does not open stays. */
  box: optional(text(8_000, { fixed: true })),
});
export type SealedNote = DocumentOf<typeof sealedNote>;
