import type { KindName, Kinds } from "../../domain/kinds.ts";
import { nameOf } from "../../domain/person-name.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { allKinds, type Unsent, unsentOf } from "../../live/unsent-view.ts";
import { useLive } from "../../live/use-live.ts";
import { useSession } from "../../session/use-session.ts";
import { Badge } from "../../ui/badge.tsx";
import { BigCount } from "../../ui/big-count.tsx";
import { Button } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { List } from "../../ui/list.tsx";
import { ListRow } from "../../ui/list-row.tsx";
import { Page } from "../../ui/page.tsx";
import { Stack } from "../../ui/stack.tsx";

/** What is only on this phone, why, and since when the server has not been heard. */
export const SyncPage = ({ onSendNow }: { readonly onSendNow: () => void }) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const { state, lastContact } = useSession((session) => session.sync);
  const unsent = useLive(allKinds, unsentOf);
  const contact = lastContact
    ? t("settings.sync.lastContact", { at: dayAndTime(lastContact) })
    : t("settings.sync.noContact");
  return (
    <Page
      title={t("settings.sync.title")}
      lede={contact}
      back="/"
      actions={
        <Button look="primary" icon="sync" wide busy={state === "working"} onPress={onSendNow}>
          {t("settings.sync.now")}
        </Button>
      }
    >
      <Stack>
        <BigCount value={unsent.length} label={t("settings.sync.onlyHere")} />
        {unsent.length === 0 ? (
          <Empty title={t("settings.sync.allSent")} icon="sent" />
        ) : (
          <List label={t("settings.sync.onlyHere")}>
            {unsent.slice(0, mostShown).map((one) => (
              <UnsentRow key={`${one.database}/${one.document._id}`} unsent={one} />
            ))}
          </List>
        )}
      </Stack>
    </Page>
  );
};

const mostShown = 100;

const UnsentRow = ({ unsent: { document, sending } }: { readonly unsent: Unsent }) => {
  const t = useT();
  const { time } = useFormats();
  const refused = sending.state === "needsAttention";
  return (
    <ListRow
      icon={refused ? "warning" : "saved"}
      title={titleOf(document) ?? t(`settings.kinds.${document.kind as KindName}`)}
      detail={t(`settings.kinds.${document.kind as KindName}`)}
      badges={
        refused ? (
          <Badge icon="warning" tone="warning">
            {t(`settings.refused.${reasonOf(sending.reason)}`)}
          </Badge>
        ) : undefined
      }
      end={time(document.createdAt)}
    />
  );
};

const titleOf = (document: Kinds[KindName]): string | undefined => {
  if (document.kind === "person") return nameOf(document);
  return document.kind === "group" ? document.label : undefined;
};

/** The server's short reasons (`validate-update.ts`, `meet.ts`), in words; anything else is an invalid field. */
const reasonOf = (reason: string): Reason => reasons.find((known) => known === reason.split(":")[0]) ?? "invalid";

type Reason = (typeof reasons)[number] | "invalid";

const reasons = [
  "closed",
  "erased",
  "expired",
  "not_your_field",
  "not_your_role",
  "other_author",
  "too_large",
  "unreadable",
] as const;
