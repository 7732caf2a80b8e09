import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";

type Known = Pick<Person, "birth" | "familyName" | "givenName" | "latSource">;

/**
 * How far a record is (domain reference 3.1): complete with both names, an age and the privacy notice; verified once the names were
 * read from a document.
 */
export const recordStateOf = (
  { birth, familyName, givenName, latSource }: Known,
  group: Pick<Group, "noticeGiven"> | undefined,
): "complete" | "quick" | "verified" => {
  if (!familyName || !givenName || !birth || !group?.noticeGiven) return "quick";
  return latSource === "document" ? "verified" : "complete";
};
