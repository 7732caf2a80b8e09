import { useSiteName } from "../../forms/use-site-name.ts";
import { useT } from "../../i18n/use-t.ts";
import { rosterOf } from "../../live/roster/roster-view.ts";
import { useLive } from "../../live/use-live.ts";
import { isIncomplete, useSession } from "../../session/use-session.ts";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { useHasTables } from "../../ui/display/table/list-or-table.tsx";
import { Empty } from "../../ui/feedback/empty.tsx";
import { UntilComplete } from "../../ui/feedback/until-complete.tsx";
import { WhileComing } from "../../ui/feedback/while-coming.tsx";
import { SearchBox } from "../../ui/fields/text/search-box.tsx";
import { Page } from "../../ui/page/page.tsx";
import { useKept } from "../../ui/page/use-kept.ts";
import { PrintRoster } from "./print/roster-print.tsx";
import { ChildrenAloneNotice } from "./residents/children-alone-notice.tsx";
import { FoundResidents } from "./residents/found-residents.tsx";
import { RoomList } from "./rooms/room-list.tsx";
import { RosterNumbers } from "./roster-numbers.tsx";
import { RosterTables } from "./roster-tables.tsx";
import { useWaiting } from "./waiting/use-waiting.ts";
import { WaitingList } from "./waiting/waiting-list.tsx";

/** Who is where at one site. */
export const RosterPage = ({ site }: { readonly site: string }) => {
  const t = useT();
  const view = useLive(rosterOf, site);
  const waiting = useWaiting(site);
  const place = useSiteName(site) ?? site;
  const isComing = useSession(isIncomplete);
  const hasTables = useHasTables();
  const [query, setQuery] = useKept("search", "");
  return (
    <Page
      title={t("roster.title")}
      action={
        <LinkButton href="/roster/roll-call" look="primary" icon="list">
          {t("roster.call.title")}
        </LinkButton>
      }
    >
      <SearchBox
        id="roster-search"
        label={t("roster.search")}
        hint={t("intake.searchHint")}
        scan={{ href: "/scan", label: t("intake.scan") }}
        value={query}
        onChange={setQuery}
      />
      {query.trim() !== "" ? (
        <>
          <WhileComing isComing={isComing}>{t("shell.sync.searchIncomplete")}</WhileComing>
          <FoundResidents site={site} view={view} query={query} />
        </>
      ) : (
        <UntilComplete
          isComing={isComing}
          title={t("shell.sync.firstSync")}
          text={t("shell.sync.incomplete")}
          show={t("shell.sync.showIncomplete")}
        >
          <ChildrenAloneNotice site={site} />
          <RosterNumbers site={site} view={view} />
          {hasTables ? <RosterTables site={site} view={view} waiting={waiting} /> : <WaitingList people={waiting} />}
          {view.rooms.length === 0 && (
            <Empty icon="bed" title={t("roster.rooms.noneTitle")}>
              {t("roster.rooms.noneText")}
            </Empty>
          )}
          {view.rooms.length > 0 && !hasTables && <RoomList site={site} view={view} />}
          <PrintRoster view={view} waiting={waiting} place={place} />
        </UntilComplete>
      )}
    </Page>
  );
};
