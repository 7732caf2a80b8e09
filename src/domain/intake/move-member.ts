import type { NewDocument } from "../merge/new-document.ts";
import type { Id } from "../model/field.ts";
import type { Group } from "../model/kinds/group.ts";
import type { Person } from "../model/kinds/person.ts";
import { err, ok, type Result } from "../model/result.ts";
import { countsOf } from "./group-counts.ts";

/** Children who would be without an adult once the person belongs to another group, and those whom the question named. */
export type LeftBehind = { readonly alone: readonly Id<"person">[]; readonly named: readonly Id<"person">[] };

/** Whoever goes to another group takes the bed along: only the group is another. Children who stay without an adult are named first. */
export const moveMember = (
  person: Person,
  to: Id<"group">,
  { alone, named }: LeftBehind,
): Result<Person, MoveMemberError> => {
  if (person.groupId === to) return err({ type: "SameGroup" });
  if (!alone.every((child) => named.includes(child))) return err({ type: "ChildrenNotNamed" });
  // Of whom somebody is the son or the head is said of the group that they leave.
  const { relationToFocal: _relation, ...kept } = person;
  return ok({ ...kept, groupId: to });
};

export type MoveMemberError = { readonly type: "SameGroup" } | { readonly type: "ChildrenNotNamed" };

/** Somebody else speaks for a group whose focal person has left it. */
export const withoutFocal = (group: Group, gone: Id<"person">, rest: readonly Person[]): Result<Group, never> => {
  if (group.focalPersonId !== gone) return ok(group);
  const { focalPersonId: _gone, ...kept } = group;
  const [next] = rest;
  return ok(next ? { ...kept, focalPersonId: next._id } : kept);
};

/** A group of their own for somebody who was written down with others by mistake; what the others were told holds for them, too. */
export const ownGroup = (
  person: Person,
  from: Group | undefined,
  id: Id<"group">,
  now: { readonly at: string; readonly today: string },
): NewDocument => ({
  kind: "group",
  id,
  content: {
    site: person.site,
    ...(person.familyName && { label: person.familyName }),
    focalPersonId: person._id,
    counts: countsOf([person], now.today),
    arrivedAt: from?.arrivedAt ?? now.at,
    keepTogether: true,
    ...(from?.noticeGiven && { noticeGiven: from.noticeGiven }),
    ...(from?.expiresAt && { expiresAt: from.expiresAt }),
  },
  begins: true,
});
