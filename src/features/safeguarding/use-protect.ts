import type { NewDocument } from "../../domain/merge/new-document.ts";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Id } from "../../domain/model/field.ts";
import { ok, type Result } from "../../domain/model/result.ts";
import type { Attribution } from "../../domain/roster/stay-commands.ts";
import { useActing } from "../../live/acts/use-acts.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useAttribution } from "../../live/use-change.ts";
import { useCommand } from "../../live/use-command.ts";

type Command<E> = (id: Id<"safeguarding">, doing: Attribution) => Result<NewDocument, E>;

/** Notes something for the protection of children as one act, which can be taken back: one command each. True once it is saved. */
export const useProtect = <E extends { readonly type: string }>(site: string) => {
  const { newId } = useLiveContext();
  const doing = useAttribution();
  const begin = useActing();
  const { act, refusal } = useCommand<E>(siteDatabase(site));
  const note = async (commands: readonly Command<E>[], said: string): Promise<boolean> => {
    const attribution = doing();
    const made = commands.map((command) => command(newId("safeguarding"), attribution));
    const refused = made.find((one) => !one.ok);
    const running = begin();
    const all = refused && !refused.ok ? refused : ok(made.flatMap((one) => (one.ok ? [one.value] : [])));
    const isSaved = await act(all, running);
    if (isSaved) running.done(said);
    return isSaved;
  };
  return { note, refusal };
};
