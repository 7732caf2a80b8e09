import { useCallback, useEffect, useState } from "react";
import type { Draft } from "../device/private-store/open-private-store.ts";
import { useDrafts } from "./drafts-context.tsx";

/** A form that was begun and not saved. */
export type UnfinishedDraft = Draft;

/** Unfinished forms of one kind, newest first, and how to throw one away. */
export const useUnfinishedDrafts = (form: string) => {
  const drafts = useDrafts();
  const [unfinished, setUnfinished] = useState<readonly UnfinishedDraft[]>([]);

  const read = useCallback(async () => {
    const all = await drafts.all();
    setUnfinished(all.filter((draft) => draft.form === form));
  }, [drafts, form]);

  useEffect(() => void read(), [read]);

  const discard = useCallback(
    async (id: string) => {
      await drafts.remove(id);
      await read();
    },
    [drafts, read],
  );
  return { unfinished, discard };
};
