import { changeGroup, type GroupLine, type GroupLineError } from "../../../domain/intake/change-group.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Group } from "../../../domain/model/kinds/group.ts";
import type { Attribution } from "../../../domain/roster/stay-commands.ts";
import { useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { type Correction, useCorrection } from "../use-correction.ts";

/** Saves one line of a group, with what else it corrects, as one act. `error`: why it was not taken, for its box. */
export const useChangeLine = (group: Group, title: string, onDone: () => void) => {
  const t = useT();
  const errorText = useErrorText();
  const { correct, refusal } = useCorrection<GroupLineError>(siteDatabase(group.site));
  const change = async (line: GroupLine, besides: readonly Correction<GroupLineError>[] = []): Promise<void> => {
    const command = (current: Group, doing: Attribution) => changeGroup(current, line, doing);
    const said = t("correction.line.said", { line: title, group: group.label ?? t("intake.noSurname") });
    if (await correct([{ id: group._id, command }, ...besides], said)) onDone();
  };
  return { change, error: refusal && errorText(refusal) };
};
