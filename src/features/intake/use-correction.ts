import { useCallback, useState } from "react";
import type { NewDocument } from "../../domain/merge/new-document.ts";
import type { Document } from "../../domain/model/document.ts";
import { ok, type Result } from "../../domain/model/result.ts";
import type { Attribution } from "../../domain/roster/stay-commands.ts";
import { useActing } from "../../live/acts/use-acts.ts";
import { type AddError, type ChangeError, useAttribution } from "../../live/use-change.ts";
import { type NotSaved, notSaved } from "../../live/use-command.ts";

/** A command for one record. */
export type Correction<E> = {
  readonly id: string;
  readonly command: (current: never, doing: Attribution) => Result<object, E>;
};

/** A record that begins with it. */
export type Addition = { readonly add: NewDocument };

/** Corrects records as one act, all of them or none, which can be taken back as a whole. `correct` is true once all of it is saved; `attempt` says why not. */
export const useCorrection = <E extends { readonly type: string }>(database: string) => {
  const begin = useActing();
  const doing = useAttribution();
  const [refusal, setRefusal] = useState<Refusal<E>>();
  const attempt = useCallback(
    async (corrections: Corrections<E>, said: string): Promise<Result<undefined, Refusal<E>>> => {
      const running = begin();
      const attribution = doing();
      const save = (one: Addition | Correction<E>): Promise<Result<unknown, Refusal<E>>> => {
        if ("add" in one) return running.add(database, [one.add]);
        const run = (current: Document) => one.command(current as never, attribution) as Result<Document, E>;
        return running.change(database, one.id, run);
      };
      for (const one of corrections) {
        const done = await save(one).catch(() => notSaved);
        setRefusal(done.ok ? undefined : done.error);
        if (!done.ok) {
          await running.takeBack(true);
          return done;
        }
      }
      running.done(said);
      return ok(undefined);
    },
    [begin, doing, database],
  );
  const correct = useCallback(
    async (corrections: Corrections<E>, said: string) => (await attempt(corrections, said)).ok,
    [attempt],
  );
  return { attempt, correct, refusal };
};

type Corrections<E> = readonly (Addition | Correction<E>)[];

type Refusal<E> = E | AddError | ChangeError | NotSaved;
