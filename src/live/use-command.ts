import { useCallback, useState } from "react";
import type { NewDocument } from "../domain/merge/new-document.ts";
import type { Result } from "../domain/model/result.ts";
import type { Writer } from "../store/writer.ts";
import { type AddError, useAdd } from "./use-change.ts";

export type NotSaved = { readonly type: "NotSaved" };

/**
 * Adds what a command made, or keeps why it refused. `act` resolves to true only when everything is on the disk: a full or broken
 * disk is a refusal like any other, so that nobody takes an unsaved tap for a saved one. With an act of the screen it can be taken back as one of its
 * writes.
 */
export const useCommand = <E extends { readonly type: string }>(database: string) => {
  const add = useAdd(database);
  const [refusal, setRefusal] = useState<E | AddError | NotSaved>();
  const act = useCallback(
    async (made: Result<readonly NewDocument[], E>, act?: Pick<Writer, "add">): Promise<boolean> => {
      const saving = made.ok && (act ? act.add(database, made.value) : add(made.value));
      const done = saving ? await saving.catch(() => notSaved) : made;
      setRefusal(done.ok ? undefined : done.error);
      return done.ok;
    },
    [add, database],
  );
  return { act, refusal, refuse: setRefusal };
};

export const notSaved = { ok: false, error: { type: "NotSaved" } } as const;
