import "./first-steps.css";
import { PasskeySection, type PasskeySetup } from "../../features/settings/passkey-section.tsx";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { InstallGuide } from "./install-guide.tsx";

type Props = {
  readonly unlocking: PasskeySetup;
  /** Whether this volunteer registers people: then there is a form to practise. */
  readonly registers: boolean;
  /** Where the work begins. */
  readonly work: string;
};

/** What makes a phone quick to open and its volunteer sure of the form. Every step can be left out and found again under *More*. */
export const FirstStepsPage = ({ unlocking, registers, work }: Props) => {
  const t = useT();
  return (
    <Page
      title={t("first.steps.title")}
      lede={t("first.steps.lede")}
      back="/settings"
      action={
        <LinkButton href={work} look="primary" wide icon="forward">
          {t("first.steps.work")}
        </LinkButton>
      }
    >
      <Stack space="section">
        {registers && (
          <Section title={t("first.practice.title")}>
            <Stack>
              <p>{t("first.practice.text")}</p>
              <LinkButton href="/arrivals/practice" wide icon="people">
                {t("first.practice.open")}
              </LinkButton>
            </Stack>
          </Section>
        )}
        <Section title={t("first.steps.pin")}>
          <Stack>
            <p>{t("first.steps.pinText")}</p>
            <div className="f-late-button">{unlocking.pin}</div>
          </Stack>
        </Section>
        <InstallGuide />
        <PasskeySection {...unlocking} />
      </Stack>
    </Page>
  );
};
