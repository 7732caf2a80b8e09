import type { Line } from "../../../domain/model/kinds/line.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { WayToChild } from "../way-to-child.tsx";
import { useLineNames } from "./parted-notices.tsx";

/** Children on the list for whom no adult is confirmed, as the site knows now: a driver's phone cannot know it. */
export const ChildrenToStopNotice = ({ lines }: { readonly lines: readonly Line[] }) => {
  const t = useT();
  const words = usePersonLabels();
  const names = useLineNames();
  if (lines.length === 0) return null;
  return (
    <Notice
      kind="danger"
      title={t("transport.stop.now", { names: names(lines) })}
      action={
        <Stack space="tight">
          {lines.map(
            ({ personId, passenger }) =>
              personId && <WayToChild key={personId} personId={personId} name={words.name(passenger)} />,
          )}
        </Stack>
      }
    >
      {t("transport.stop.nowText")}
    </Notice>
  );
};
