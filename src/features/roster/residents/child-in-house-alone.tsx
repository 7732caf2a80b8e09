import { useT } from "../../../i18n/use-t.ts";
import { childrenAloneIn } from "../../../live/roster/house.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { useCareText } from "./use-care-text.ts";

type ChildInHouseAloneProps = { readonly site: string; readonly personId: string };

/** On the page of a child that is in the house without an adult; nothing for anybody else. */
export const ChildInHouseAlone = ({ site, personId }: ChildInHouseAloneProps) => {
  const t = useT();
  const careText = useCareText();
  const alone = useLive(childrenAloneIn, site, useToday());
  const one = alone.find(({ child }) => child._id === personId);
  return (
    one && (
      <Notice kind="danger" title={t("roster.alone.title")}>
        {careText(one)}
      </Notice>
    )
  );
};
