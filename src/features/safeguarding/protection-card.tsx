import "./protection.css";
import { useState } from "react";
import { siteDatabase } from "../../domain/model/databases.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { ok } from "../../domain/model/result.ts";
import { telHref } from "../../domain/numbers/tel-href.ts";
import { mayConfirm } from "../../domain/safeguarding/confirmation.ts";
import { noteStaysWith } from "../../domain/safeguarding/note-told.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { siteNamed } from "../../live/access/wipes-by-holding.ts";
import { type ProtectedChild, protectedAmong } from "../../live/safeguarding/protected-child.ts";
import { useAttribution } from "../../live/use-change.ts";
import { useLive } from "../../live/use-live.ts";
import { useRights } from "../../live/use-rights.ts";
import { useToday } from "../../live/use-today.ts";
import { Button } from "../../ui/actions/button.tsx";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { AdultSheet } from "./adult-sheet.tsx";
import { GoneSheet } from "./gone-sheet.tsx";
import { IncidentNotice } from "./incident-notice.tsx";
import { OtherAdult } from "./other-adult.tsx";
import { ProtectionLog } from "./protection-log.tsx";
import { ToldSheet } from "./told-sheet.tsx";
import { useProtect } from "./use-protect.ts";
import { useWaiting } from "./use-waiting.ts";

type ProtectionCardProps = {
  readonly site: string;
  /** One person, or a whole group: of them those without a parent or guardian. */
  readonly people: readonly Person[];
};

/** What to do for the children among these people who are without a parent or guardian, and what was done; nothing where there are none. */
export const ProtectionCard = ({ site, people }: ProtectionCardProps) => {
  const among = useLive(protectedAmong, people, useToday());
  const guarded = among.filter(({ guard }) => guard.needsConfirmedAdult);
  return (
    <Stack space="tight">
      {among.flatMap(({ child, incidents }) =>
        incidents.map((incident) => (
          <IncidentNotice key={`${incident.id} ${incident.what}`} child={child} incident={incident} />
        )),
      )}
      {guarded.length > 0 && <Protocol site={site} guarded={guarded} />}
      {guarded.length === 0 &&
        people.length === 1 &&
        people.map((child) => <OtherAdult key={child._id} child={child} />)}
    </Stack>
  );
};

/** What is asked over the card: of all children, or of one. */
type Opened = { readonly what: "told" } | { readonly what: "adult" | "gone"; readonly of: Person };

type ProtocolProps = { readonly site: string; readonly guarded: readonly ProtectedChild[] };

const Protocol = ({ site, guarded }: ProtocolProps) => {
  const t = useT();
  const words = usePersonLabels();
  const { and } = useFormats();
  const { by } = useAttribution()();
  const { mayBegin } = useRights();
  const [open, setOpen] = useState<Opened>();
  const { note, refusal } = useProtect<never>(site);
  const waiting = useWaiting();
  const phone = useLive(siteNamed, site)?.phone;
  const children = guarded.map(({ child }) => child);
  /** Who has a bed is checked out. */
  const notHoused = guarded.filter(({ isHoused }) => !isHoused).map(({ child }) => child);
  const named = (act: string, child: Person) => [act, !isOne && words.name(child)].filter(Boolean).join(": ");
  const isOne = children.length === 1;
  const stay = () =>
    note(
      children.map((child) => (id, doing) => ok(noteStaysWith(child, id, doing))),
      t("safeguarding.iStaySaid", { name: by }),
    );
  const waits = guarded.flatMap(({ child, events }) => waiting(child, events) ?? []);
  const leadsHere = mayBegin({ database: siteDatabase(site), site }, "trip");
  return (
    <>
      <Notice
        kind="danger"
        title={`${t("safeguarding.title", { count: children.length })}: ${and(children.map(words.name))}`}
      >
        <Stack space="tight">
          {waits.length > 0 && <p>{waits[0]}</p>}
          <LinkButton href="tel:112" look="danger" icon="phone" wide>
            {t("intake.childAlone.call")}
          </LinkButton>
          {phone && (
            <LinkButton href={telHref(phone)} icon="phone" wide>
              {t("safeguarding.callSite", { phone })}
            </LinkButton>
          )}
          <Button icon="person" wide onPress={() => void stay()}>
            {t(isOne ? "safeguarding.iStay" : "safeguarding.iStayOfMany")}
          </Button>
          <Button icon="check" wide onPress={() => setOpen({ what: "told" })}>
            {t("safeguarding.told.open")}
          </Button>
          {leadsHere &&
            children
              .filter((child) => mayConfirm(child, by))
              .map((child) => (
                <Button key={child._id} icon="edit" wide onPress={() => setOpen({ of: child, what: "adult" })}>
                  {named(t("safeguarding.adult.open"), child)}
                </Button>
              ))}
          {notHoused.map((child) => (
            <Button key={child._id} icon="leave" wide onPress={() => setOpen({ of: child, what: "gone" })}>
              {named(t("safeguarding.gone.open"), child)}
            </Button>
          ))}
          <Refusal error={refusal} />
          <Steps isOpen={waits.length > 0} />
          {guarded.map(({ child, guard, events }) => (
            <div key={child._id}>
              {!isOne && <p>{words.name(child)}</p>}
              {guard.confirmed.length === 0 && (
                <p>
                  {t("safeguarding.leavesNone")} {t("safeguarding.needsOther")}
                </p>
              )}
              <ProtectionLog child={child} events={events} />
            </div>
          ))}
        </Stack>
      </Notice>
      {open?.what === "told" && <ToldSheet people={children} onClose={() => setOpen(undefined)} />}
      {open?.what === "gone" && <GoneSheet child={open.of} onClose={() => setOpen(undefined)} />}
      {open?.what === "adult" && <AdultSheet child={open.of} onClose={() => setOpen(undefined)} />}
    </>
  );
};

/** What to do: in sight until somebody was told. */
const Steps = ({ isOpen }: { readonly isOpen: boolean }) => {
  const t = useT();
  return (
    <details className="safeguarding-steps" open={isOpen}>
      <summary>{t("safeguarding.steps.title")}</summary>
      <ol>
        {(["stay", "call", "food", "keep", "quiet"] as const).map((step) => (
          <li key={step}>{t(`safeguarding.steps.${step}`)}</li>
        ))}
      </ol>
    </details>
  );
};
