import { useT } from "../../../i18n/use-t.ts";
import { oddMerges } from "../../../live/duplicates/other-records.ts";
import { useAlikePairs } from "../../../live/duplicates/use-alike-pairs.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { useLive } from "../../../live/use-live.ts";
import { Empty } from "../../../ui/feedback/empty.tsx";
import { Page } from "../../../ui/page/page.tsx";
import { Stack } from "../../../ui/page/stack.tsx";
import { OddMergeCard } from "./odd-merge-card.tsx";
import { PairCard } from "./pair-card.tsx";

/** Who of a site may be registered twice, likeliest first, and what two phones made of such records unseen of each other. Works offline. */
export const DuplicatesPage = ({ site }: { readonly site: string }) => {
  const t = useT();
  const { pairs, left } = useAlikePairs(site);
  const odd = useLive(oddMerges, site, useLiveContext().roles);
  const isNone = left === 0 && pairs.length + odd.length === 0;
  return (
    <Page title={t("alike.list.title")} lede={t("alike.list.lede")} back="/">
      {isNone && <Empty title={t("alike.list.none")} icon="check" />}
      <Stack space="section">
        {odd.map((one) => (
          <OddMergeCard key={one.loser._id} site={site} odd={one} />
        ))}
        {pairs.slice(0, atOnce).map((pair) => (
          <PairCard key={pair.key} site={site} pair={pair} />
        ))}
        {pairs.length > atOnce && <p>{t("alike.list.more", { count: pairs.length - atOnce })}</p>}
        {left > 0 && <p role="status">{t("alike.list.comparing", { count: left })}</p>}
      </Stack>
    </Page>
  );
};

/** Those behind come up as the first are answered. */
const atOnce = 20;
