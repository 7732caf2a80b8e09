import { useT } from "../../../i18n/use-t.ts";
import { childrenAloneIn } from "../../../live/roster/house.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { List } from "../../../ui/display/list.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { PersonRow } from "./person-row.tsx";
import { useCareText } from "./use-care-text.ts";

/** For everybody at the site: which children are in the house without an adult, and what was said about who looks after them. */
export const ChildrenAloneNotice = ({ site }: { readonly site: string }) => {
  const t = useT();
  const careText = useCareText();
  const alone = useLive(childrenAloneIn, site, useToday());
  if (alone.length === 0) return null;
  return (
    <Stack space="tight">
      <Notice kind="danger" title={t("roster.alone.title")} />
      <List label={t("roster.alone.title")}>
        {alone.map((one) => (
          <PersonRow key={one.child._id} person={one.child} detail={careText(one)} />
        ))}
      </List>
    </Stack>
  );
};
