import type { ReactNode } from "react";
import { useT } from "../../../i18n/use-t.ts";
import { isIncomplete, useSession } from "../../../session/use-session.ts";
import { LinkButton } from "../../../ui/actions/link-button.tsx";
import { UntilComplete } from "../../../ui/feedback/until-complete.tsx";
import { WhileComing } from "../../../ui/feedback/while-coming.tsx";
import { SearchBox } from "../../../ui/fields/text/search-box.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { useKept } from "../../../ui/page/use-kept.ts";
import { UnfinishedForms } from "../registration/unfinished-forms.tsx";
import { LatestGroups } from "./latest-groups.tsx";

type ArrivalsPageProps = {
  readonly site: string;
  /** Whom the text means that was typed into the box. */
  readonly found: (query: string) => ReactNode;
};

/** Register a group, go on with an unfinished one, or find somebody under any spelling. */
export const ArrivalsPage = ({ site, found }: ArrivalsPageProps) => {
  const t = useT();
  const isComing = useSession(isIncomplete);
  const [query, setQuery] = useKept("search", "");
  return (
    <Page
      title={t("shell.jobs.arrivals")}
      action={
        <LinkButton href="/arrivals/new" look="primary" icon="plus" wide>
          {t("intake.new")}
        </LinkButton>
      }
    >
      <Stack>
        <SearchBox
          id="search"
          label={t("intake.search")}
          hint={t("intake.searchHint")}
          value={query}
          onChange={setQuery}
          scan={{ href: "/scan", label: t("intake.scan") }}
        />
        {query.trim() === "" ? (
          <>
            <UnfinishedForms />
            <UntilComplete
              isComing={isComing}
              title={t("shell.sync.firstSync")}
              text={t("shell.sync.incomplete")}
              show={t("shell.sync.showIncomplete")}
            >
              <LatestGroups site={site} />
            </UntilComplete>
          </>
        ) : (
          <>
            <WhileComing isComing={isComing}>{t("shell.sync.searchIncomplete")}</WhileComing>
            {found(query)}
          </>
        )}
      </Stack>
    </Page>
  );
};
