import { useCallback, useEffect, useRef, useState } from "react";
import type { Draft } from "../device/private-store/open-private-store.ts";
import { useDrafts } from "./drafts-context.tsx";

/** Milliseconds between a key and the draft being on disk, also during typing; a dead battery costs no more than this. */
const pause = 300;

/** Milliseconds until a draft that could not be written is tried again. */
const again = 2_000;

export type DraftState<V> =
  | { readonly state: "opening" }
  | {
      readonly state: "open";
      readonly values: V;
      /** True when values of an earlier visit were found. */
      readonly restored: boolean;
      readonly set: (change: (values: V) => V) => void;
      /** The form is done with: the draft goes. */
      readonly discard: () => Promise<void>;
    };

export type OpenDraft<V> = Extract<DraftState<V>, { readonly state: "open" }>;

/** Values of a form that survive a closed tab, a dead battery and an update. `first` is used where no draft is kept. */
export const useDraft = <V>(id: string, form: string, first: () => V): DraftState<V> => {
  const drafts = useDrafts();
  const [opened, setOpened] = useState<{ readonly values: V; readonly restored: boolean }>();
  const latest = useRef<V>(undefined);
  const timer = useRef<number>(undefined); // runs while there is something to write
  const writing = useRef<Promise<unknown>>(undefined);
  const start = useRef(first);
  const openedId = useRef<string>(undefined);

  useEffect(() => {
    // Screens that slept behind a PIN hold what was typed; the disk may hold less.
    if (openedId.current === id) return;
    let current = true;
    const open = (draft?: Draft) => {
      if (!current) return;
      openedId.current = id;
      setOpened({ values: (draft?.values as V | undefined) ?? start.current(), restored: draft !== undefined });
    };
    // If the disk cannot be read, the form opens empty: registering must go on.
    void drafts.read(id).then(open, () => open());
    return () => {
      current = false;
    };
  }, [drafts, id]);

  const flush = useCallback(async () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const values = latest.current;
    if (values === undefined) return;
    latest.current = undefined;
    try {
      writing.current = drafts.write({ id, form, savedAt: new Date().toISOString(), values });
      await writing.current;
    } catch {
      // A full or broken disk: nothing newer than this must get lost over it.
      latest.current ??= values;
      timer.current ??= window.setTimeout(() => void flush(), again);
    }
  }, [drafts, id, form]);

  useEffect(() => {
    const onHide = () => void flush();
    window.addEventListener("pagehide", onHide);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      window.removeEventListener("pagehide", onHide);
      document.removeEventListener("visibilitychange", onHide);
      void flush();
    };
  }, [flush]);

  const set = useCallback(
    (change: (values: V) => V) => {
      setOpened((before) => {
        if (!before) return before;
        const values = change(before.values);
        latest.current = values;
        timer.current ??= window.setTimeout(() => void flush(), pause);
        return { ...before, values };
      });
    },
    [flush],
  );

  const discard = useCallback(async () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = undefined;
    // What is on its way to the disk would be there again after it was removed.
    await writing.current?.catch(() => undefined);
    await drafts.remove(id);
  }, [drafts, id]);

  return opened ? { state: "open", ...opened, set, discard } : { state: "opening" };
};
