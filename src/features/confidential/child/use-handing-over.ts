import {
  completeHandover,
  type HandOverError,
  handOver,
  handoverId,
  handoversOf,
  type TypedHandover,
} from "../../../domain/child-form/hand-over.ts";
import { settledByHandover } from "../../../domain/child-form/settled-by-handover.ts";
import type { Child } from "../../../domain/model/kinds/child.ts";
import type { ConfidentialNote } from "../../../domain/model/kinds/confidential-note.ts";
import { settleNote } from "../../../domain/walls/take-note.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useAttribution, useChange } from "../../../live/use-change.ts";

export type HandingOverError = HandOverError | { readonly type: "NotSaved"; readonly field?: undefined };

/**
 * Notes a handover, or what was missing of one, and settles the concerns that it answers (`child-form/settled-by-handover.ts`). The stop at the site is not
 * touched.
 */
export const useHandingOver = (database: string, form: Child, concerns: readonly ConfidentialNote[]) => {
  const t = useT();
  const doing = useAttribution();
  const change = useChange(database, "child");
  const changeNote = useChange(database, "confidentialNote");
  return async (typed: TypedHandover, id?: string): Promise<HandingOverError | undefined> => {
    const now = doing();
    let before = form;
    const saved = await change(form._id, (current) => {
      before = current;
      return id === undefined ? handOver(current, typed, now) : completeHandover(current, id, typed, now);
    }).catch(() => undefined);
    if (!saved?.ok) return saved && "field" in saved.error ? saved.error : { type: "NotSaved" };
    const handover = id ?? handoverId(now);
    const after = saved.value as unknown as Child;
    const { name, office } = handoversOf(after).find((one) => one.id === handover) ?? {};
    const done = t("child.handover.done", { who: [name, office].filter(Boolean).join(", ") });
    for (const { _id } of settledByHandover(handover, { before, after }, concerns))
      await changeNote(_id, (note) => settleNote(note, done, now)).catch(() => undefined);
    return undefined;
  };
};
