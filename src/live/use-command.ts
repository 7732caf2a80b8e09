import { useCallback, useState } from "react";
import type { NewDocument } from "../domain/merge/new-document.ts";
import type { Result } from "../domain/model/result.ts";
import { type AddError, useAdd } from "./use-change.ts";

export type NotSaved = { readonly type: "NotSaved" };

/**
 * Adds what a command made, or keeps why it refused. `act` resolves to true only when everything is on the disk: a full or broken
 * disk is a refusal like any other, so that nobody takes an unsaved tap for a saved one.
 */
export const useCommand = <E extends { readonly type: string }>(database: string) => {
  const add = useAdd(database);
  const [refusal, setRefusal] = useState<E | AddError | NotSaved>();
  const act = useCallback(
    async (made: Result<readonly NewDocument[], E>): Promise<boolean> => {
      const done = made.ok ? await add(made.value).catch(() => notSaved) : made;
      setRefusal(done.ok ? undefined : done.error);
      return done.ok;
    },
    [add],
  );
  return { act, refusal, refuse: setRefusal };
};

export const notSaved = { ok: false, error: { type: "NotSaved" } } as const;
