import { adultsWith, type Compared, isLookedFor } from "../../../src/domain/child-form/same-child.ts";
import { type ChildBlocks, sameChildBlocks } from "../../../src/domain/child-form/same-child-blocks.ts";
import { traitsBuilder } from "../../../src/domain/duplicates/traits.ts";
import type { Person } from "../../../src/domain/model/kinds/person.ts";
import { keyedIds } from "./keyed-ids.ts";

/** The children of one site, to be found under their given names and births, and under the adults whom they name. */
export type ChildrenIndex = {
  /** Takes in what a record says now. */
  readonly take: (person: Person, on: string) => void;
  /** Children of whom one may be this one: those with whom it shares a block, never all. */
  readonly near: (child: Compared) => readonly Compared[];
  /** The child with an id, where it is looked for, and the children whose records name the person with this id. */
  readonly about: (id: string) => readonly Compared[];
};

export const createChildrenIndex = (): ChildrenIndex => {
  const known = new Map<string, Indexed>();
  const inBlock = keyedIds();
  const byAdult = keyedIds();
  const traitsOf = traitsBuilder();
  const leave = (id: string) => {
    const before = known.get(id);
    if (!before) return;
    known.delete(id);
    inBlock.remove(id, before.blocks.kept);
    byAdult.remove(id, adultsWith(before.child.person));
  };
  const childrenOf = (ids: Iterable<string>) => [...ids].flatMap((id) => known.get(id)?.child ?? []);
  return {
    take: (person, on) => {
      leave(person._id);
      if (!isLookedFor(person, on)) return;
      const child = { person, traits: traitsOf(person) };
      const blocks = sameChildBlocks(child.traits, on);
      known.set(person._id, { child, blocks });
      inBlock.add(person._id, blocks.kept);
      byAdult.add(person._id, adultsWith(person));
    },
    near: ({ person }) => {
      const ids = inBlock.of(known.get(person._id)?.blocks.looked ?? []);
      ids.delete(person._id);
      return childrenOf(ids);
    },
    about: (id) => childrenOf([id, ...byAdult.of([id])]),
  };
};

type Indexed = { readonly child: Compared; readonly blocks: ChildBlocks };
