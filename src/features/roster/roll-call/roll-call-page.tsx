import { useT } from "../../../i18n/use-t.ts";
import { type RollCallView, rollCallsOf } from "../../../live/roster/roll-call-view.ts";
import { rosterOf } from "../../../live/roster/roster-view.ts";
import { useLive } from "../../../live/use-live.ts";
import { Page } from "../../../ui/page/page.tsx";
import { PastRollCalls } from "./past-roll-calls.tsx";
import { RunningRollCall } from "./running-roll-call.tsx";
import { StartRollCall } from "./start-roll-call.tsx";

/** The roll call that is under way, or starting one. Two that were started unseen of each other stand below each other. */
export const RollCallPage = ({ site }: { readonly site: string }) => {
  const t = useT();
  const view = useLive(rosterOf, site);
  const rollCalls = useLive(rollCallsOf, site);
  const isRunning = ({ rollCall }: RollCallView) => rollCall.endedAt === undefined;
  const running = rollCalls.filter(isRunning);
  return (
    <Page title={t("roster.call.title")} back="/roster" lede={running.length === 0 && t("roster.call.lede")}>
      {running.length === 0 && <StartRollCall site={site} view={view} />}
      {running.map((rollCall) => (
        <RunningRollCall key={rollCall.rollCall._id} site={site} view={view} rollCall={rollCall} />
      ))}
      {running.length === 0 && <PastRollCalls rollCalls={rollCalls} />}
    </Page>
  );
};
