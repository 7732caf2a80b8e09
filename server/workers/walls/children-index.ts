import { type Compared, isLookedFor } from "../../../src/domain/child-form/same-child.ts";
import { blocksOf } from "../../../src/domain/duplicates/blocks.ts";
import { traitsBuilder } from "../../../src/domain/duplicates/traits.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";

/** The children of one site, to be found under parts of their names and their birthdays. */
export type ChildrenIndex = {
  /** Takes in what a record says now; answers the child where it is looked for. */
  readonly take: (person: Person, on: string) => Compared | undefined;
  /** Children of whom one may be this one: those with whom it shares a block, never all. */
  readonly near: (child: Compared) => readonly Compared[];
};

export const createChildrenIndex = (): ChildrenIndex => {
  const known = new Map<string, Compared>();
  const inBlock = new Map<string, Set<string>>();
  const traitsOf = traitsBuilder();
  const leave = (id: string) => {
    const before = known.get(id);
    known.delete(id);
    for (const block of before ? blocksOf(before.traits) : []) inBlock.get(block)?.delete(id);
  };
  return {
    take: (person, on) => {
      leave(person._id);
      if (!isLookedFor(person, on)) return undefined;
      const child = { person, traits: traitsOf(person) };
      known.set(person._id, child);
      for (const block of blocksOf(child.traits)) inBlock.set(block, (inBlock.get(block) ?? new Set()).add(person._id));
      return child;
    },
    near: ({ traits, person }) => {
      const ids = new Set(blocksOf(traits).flatMap((block) => [...(inBlock.get(block) ?? [])]));
      ids.delete(person._id);
      return [...ids].flatMap((id) => known.get(id) ?? []);
    },
  };
};
