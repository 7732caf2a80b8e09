import { useCallback, useState } from "react";
import type { ChildBlock } from "../../../domain/child-form/blocks.ts";
import { useUnfinishedDrafts } from "../../../forms/use-unfinished-drafts.ts";

/** Under which drafts of the forms of children lie. */
export const draftForm = "child";

export const draftId = (personId: string, block: string): string => `child:${personId}:${block}`;

export type UnsavedBlocks = {
  readonly has: (block: ChildBlock) => boolean;
  readonly note: (block: ChildBlock, isUnsaved: boolean) => void;
};

/** In which blocks something was typed and not saved, now or before the phone locked. */
export const useUnsavedBlocks = (personId: string): UnsavedBlocks => {
  const { unfinished } = useUnfinishedDrafts(draftForm);
  const [noted, setNoted] = useState<Readonly<Partial<Record<ChildBlock, boolean>>>>({});
  const note = useCallback(
    (block: ChildBlock, isUnsaved: boolean) =>
      setNoted((before) => (before[block] === isUnsaved ? before : { ...before, [block]: isUnsaved })),
    [],
  );
  return {
    has: (block) => noted[block] ?? unfinished.some(({ id }) => id.startsWith(draftId(personId, block))),
    note,
  };
};
