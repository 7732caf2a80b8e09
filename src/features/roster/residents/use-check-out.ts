import type { NewDocument } from "../../../domain/merge/new-document.ts";
import type { CodeOf } from "../../../domain/model/codes.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { err, ok } from "../../../domain/model/result.ts";
import { type CheckOutError, checkOut as checkOutOf } from "../../../domain/roster/stay-commands.ts";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";
import type { LeavingParty } from "./leaving-party.ts";

/** Checks out a whole party at once: all of them or nobody. */
export const useCheckOut = (site: string, { residents }: RosterView) => {
  const doing = useAttribution();
  const { act, refusal } = useCommand<CheckOutError>(siteDatabase(site));

  const checkOut = (
    { adults, children }: LeavingParty,
    reason: CodeOf<"checkoutReason">,
    withAdult: string,
  ): Promise<boolean> => {
    const made: NewDocument[] = [];
    for (const person of [...adults, ...children]) {
      const resident = residents.get(person._id);
      if (!resident) return act(err({ type: "AlreadyOut" }));
      const child = children.includes(person);
      const left = checkOutOf(resident, { reason, child, ...(child && { withAdult }) }, doing());
      if (!left.ok) return act(left);
      made.push(left.value);
    }
    return act(ok(made));
  };

  return { checkOut, refusal };
};
