import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import { recentFor } from "../../../live/acts/acts.ts";
import { useDoneActs } from "../../../live/acts/use-acts.ts";
import { List } from "../../../ui/display/list.tsx";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Notice } from "../../../ui/feedback/notice.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useTakeBack } from "./use-take-back.tsx";

/** What was done on this phone of late; a tap takes it back. */
export const RecentActsPage = () => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const done = useDoneActs();
  const { takeBack, said, dialog } = useTakeBack();
  const recent = done.filter(({ at }) => Date.now() - at < recentFor);
  return (
    <Page title={t("shell.acts.title")} lede={t("shell.acts.lede")} back="/settings">
      <Stack>
        <div role="status">{said && <Notice kind={said.refused ? "warning" : "success"}>{said.text}</Notice>}</div>
        {recent.length === 0 ? (
          <Empty title={t("shell.acts.none")} icon="undo" />
        ) : (
          <List label={t("shell.acts.title")}>
            {recent.map((act) =>
              act.isTakenBack ? (
                <ListRow
                  key={act.id}
                  icon="undo"
                  title={act.said}
                  detail={dayAndTime(act.at)}
                  end={t("shell.acts.isTakenBack")}
                />
              ) : (
                <ListRow
                  key={act.id}
                  icon="undo"
                  title={t("shell.acts.undo", { act: act.said })}
                  detail={dayAndTime(act.at)}
                  onPress={() => void takeBack(act)}
                />
              ),
            )}
          </List>
        )}
        {dialog}
      </Stack>
    </Page>
  );
};
