import { type ReactNode, useState } from "react";
import type { SealedItem } from "../../domain/exchange/sealed-write.ts";
import { directoryDatabase } from "../../domain/model/databases.ts";
import { useWorkInWords } from "../../forms/use-work-in-words.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Records } from "../../live/records.ts";
import { useLive } from "../../live/use-live.ts";
import { useSession } from "../../session/use-session.ts";
import { Button } from "../../ui/actions/button.tsx";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Facts } from "../../ui/display/facts.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { LanguageChips } from "../../ui/fields/choice/language-chips.tsx";
import { SelectField } from "../../ui/fields/choice/select-field.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { ThemeChips } from "../../ui/theme/theme-chips.tsx";
import { PasskeySection, type PasskeySetup } from "./passkey-section.tsx";
import { SealedFileSection } from "./sealed-file-section.tsx";
import { WipeSection } from "./wipe-section.tsx";

type Props = {
  readonly account: { readonly name: string };
  readonly site: string | undefined;
  readonly sites: readonly string[];
  /** Whether the sites that this phone follows are chosen. */
  readonly coordinates: boolean;
  /** Whether the browser has promised to keep what is saved here. */
  readonly persistence: "asking" | "promised" | "notPromised";
  readonly onChooseSite: (site: string) => void;
  readonly unlocking: PasskeySetup;
  readonly onTakeSealed: (items: readonly SealedItem[]) => Promise<void>;
  readonly leads: boolean;
  /** What wants somebody now, before anything that is set. */
  readonly top: ReactNode;
  /** Which keys are shortcuts, where there is a keyboard. */
  readonly keys: ReactNode;
  /** The button that destroys what is on this phone. */
  readonly wipe: ReactNode;
  readonly onSignOut: () => Promise<void>;
};

/** Language, theme, site, signing out. All of it works without a network. */
export const SettingsPage = (props: Props) => {
  const t = useT();
  const { account, site, persistence, unlocking, onChooseSite, onTakeSealed, leads, top, wipe, onSignOut } = props;
  return (
    <Page title={t("settings.title")} lede={t("settings.signedInAs", { name: account.name })}>
      <Stack space="wide">
        {top}
        <LanguageChips id="language" />
        <ThemeChips id="night" />
        <SiteChoice sites={props.sites} site={site} onChoose={onChooseSite} />
        {props.coordinates && (
          <LinkButton href="/settings/sites" icon="haven" wide>
            {t("settings.sites")}
          </LinkButton>
        )}
        <LinkButton href="/settings/first-steps" icon="flag" wide>
          {t("settings.firstSteps")}
        </LinkButton>
        <PasskeySection {...unlocking} />
        {unlocking.pin && <Section title={t("pin.section")}>{unlocking.pin}</Section>}
        <StorageState persistence={persistence} keys={props.keys} />
        {leads && (
          <LinkButton href="/settings/phones" icon="phone" wide>
            {t("settings.phones.open")}
          </LinkButton>
        )}
        <SealedFileSection onTake={onTakeSealed} />
        <SignOut onSignOut={onSignOut} />
        <WipeSection site={site} wipe={wipe} />
      </Stack>
    </Page>
  );
};

const StorageState = ({ persistence, keys }: Pick<Props, "persistence" | "keys">) => {
  const t = useT();
  const { clockSkew } = useSession((session) => session.phone);
  const { dayAndTime } = useFormats();
  const phone = Date.now();
  return (
    <Section title={t("settings.phone.title")}>
      <Stack>
        {persistence !== "asking" && (
          <Notice kind={persistence === "promised" ? "success" : "warning"}>
            {t(`settings.phone.${persistence}`)}
          </Notice>
        )}
        {clockSkew !== 0 && <Notice kind="warning">{t("settings.phone.wrongClock")}</Notice>}
        <Facts
          facts={[
            { label: t("settings.phone.clock"), value: dayAndTime(phone) },
            { label: t("settings.phone.serverClock"), value: dayAndTime(phone - clockSkew) },
          ]}
        />
        {keys}
      </Stack>
    </Section>
  );
};

type SiteChoiceProps = {
  readonly sites: readonly string[];
  readonly site: string | undefined;
  readonly onChoose: (site: string) => void;
};

const SiteChoice = ({ sites, site, onChoose }: SiteChoiceProps) => {
  const t = useT();
  const names = useLive(siteNames);
  const options = sites.map((slug) => ({ value: slug, label: names.get(slug) ?? slug }));
  if (options.length < 2) return null;
  return (
    <SelectField
      id="site"
      label={t("settings.site")}
      options={options}
      value={site}
      onChange={(slug) => slug && onChoose(slug)}
    />
  );
};

const siteNames = (records: Records): ReadonlyMap<string, string> =>
  new Map([...records.all(directoryDatabase, "site").values()].map(({ site, name }) => [site, name]));

/** What was not sent stays in this account's store on the phone and is sent when the same person signs in again. */
const SignOut = ({ onSignOut }: { readonly onSignOut: () => Promise<void> }) => {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const { unsent, work } = useSession((session) => session.sync);
  const inWords = useWorkInWords();
  return (
    <>
      <Button icon="leave" wide onPress={() => setAsking(true)}>
        {t("settings.signOut")}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t("settings.signOutTitle")}
        confirmLabel={t("settings.signOut")}
        cancelLabel={t("ui.cancel")}
        danger={unsent > 0}
        onConfirm={() => void onSignOut()}
        onCancel={() => setAsking(false)}
      >
        {unsent > 0 ? t("settings.signOutUnsent", { work: inWords(work) }) : t("settings.signOutText")}
      </ConfirmDialog>
    </>
  );
};
