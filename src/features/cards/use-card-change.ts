import { useState } from "react";
import type { CardHolder } from "../../domain/cards/cards.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Document } from "../../domain/model/document.ts";
import type { Result } from "../../domain/model/result.ts";
import { useActing } from "../../live/acts/use-acts.ts";
import { type NotSaved, notSaved } from "../../live/use-command.ts";

/** Changes the cards of a record as an act that can be taken back. `change` is true once it is saved; `refusal` says why it was not. */
export const useCardChange = <E extends { readonly type: string }>() => {
  const begin = useActing();
  const [refusal, setRefusal] = useState<E | NotSaved>();
  const change = async (
    holder: CardHolder,
    command: (current: CardHolder) => Result<CardHolder, E>,
    said: string,
  ): Promise<boolean> => {
    const running = begin();
    const run = (current: Document) => command(current as CardHolder) as unknown as Result<Document, E>;
    const done = await running.change(siteDatabase(holder.site), holder._id, run).catch(() => notSaved);
    const isRefused = !done.ok && "type" in done.error;
    setRefusal(isRefused ? (isOfStore(done.error.type) ? notSaved.error : (done.error as E)) : undefined);
    if (done.ok) running.done(said);
    return done.ok;
  };
  return { change, refusal, refuse: setRefusal };
};

const isOfStore = (type: string): boolean => ["NotFound", "NotValid", "MadeByNewerApp", "NotSaved"].includes(type);
