import { useT } from "../../i18n/use-t.ts";
import type { OpenMatters } from "../../live/attention/open-matters.ts";
import { useSession } from "../../session/use-session.ts";
import { List } from "../../ui/display/list.tsx";
import { ListRow } from "../../ui/display/list-row.tsx";
import { Section } from "../../ui/page/section.tsx";

/** The open matters, with links to them; nothing where there are none. */
export const OpenMattersList = ({ matters }: { readonly matters: OpenMatters | undefined }) => {
  const t = useT();
  const refused = useSession((session) => session.sync.refused);
  const { conflicts = 0, children = 0, handedIn = 0, broken = 0, merges } = matters ?? {};
  const rows = [
    { count: children, href: "/children", title: t("safeguarding.list.count", { count: children }) },
    { count: conflicts, href: "/conflicts", title: t("attention.conflicts.count", { count: conflicts }) },
    { count: refused, href: "/sync", title: t("attention.needsAttention", { count: refused }) },
    { count: handedIn, href: "/sync/read-in", title: t("attention.handedIn.count", { count: handedIn }) },
    { count: broken, href: "/sync", title: t("record.broken.title", { count: broken }) },
  ].filter(({ count }) => count > 0);
  if (rows.length === 0 && merges === undefined) return null;
  return (
    <Section title={t("attention.conflicts.title")}>
      <List label={t("attention.conflicts.title")}>
        {rows.map(({ href, title }) => (
          <ListRow key={title} icon="warning" href={href} title={title} />
        ))}
        {merges !== undefined && (
          <ListRow
            icon={merges > 0 ? "warning" : "people"}
            href="/arrivals/duplicates"
            title={merges > 0 ? t("alike.odd.count", { count: merges }) : t("alike.list.title")}
          />
        )}
      </List>
    </Section>
  );
};
