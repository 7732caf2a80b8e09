import { useState } from "react";
import { type CodeOf, codes } from "../../../domain/model/codes.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import { ok } from "../../../domain/model/result.ts";
import { useCodeLabel } from "../../../i18n/use-code-label.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import type { RosterView } from "../../../live/roster/roster-view.ts";
import { useAttribution } from "../../../live/use-change.ts";
import { useCommand } from "../../../live/use-command.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Refusal } from "../../../ui/feedback/refusal.tsx";
import { ChoiceChips } from "../../../ui/fields/choice/choice-chips.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { expectedPeople } from "./expected-people.ts";

/** What kind of roll call, and off. */
export const StartRollCall = ({ site, view }: { readonly site: string; readonly view: RosterView }) => {
  const t = useT();
  const label = useCodeLabel();
  const doing = useAttribution();
  const { newId } = useLiveContext();
  const { act, refusal } = useCommand<never>(siteDatabase(site));
  const [type, setType] = useState<CodeOf<"rollCallKind">>();
  const [hasTried, setHasTried] = useState(false);
  const expected = expectedPeople(view);

  const start = async () => {
    setHasTried(true);
    if (!type) return;
    const { by, at } = doing();
    const content = { site, type, startedAt: at, expectedCount: expected.length, by };
    await act(ok([{ kind: "rollCall", id: newId("roll-call"), content }]));
  };
  if (expected.length === 0) return <Empty icon="people" title={t("roster.call.nobody")} />;
  return (
    <Stack>
      <Refusal error={refusal} />
      <ChoiceChips
        id="roll-call-type"
        label={t("roster.call.type")}
        error={hasTried && !type ? t("roster.call.chooseType") : undefined}
        options={codes.rollCallKind.map((value) => ({ value, label: label("rollCallKind", value) }))}
        value={type}
        onChange={setType}
      />
      <Button look="primary" icon="list" wide onPress={() => void start()}>
        {t("roster.call.start")}
      </Button>
    </Stack>
  );
};
