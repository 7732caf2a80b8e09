import { useState, useSyncExternalStore } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { installPrompt, takeInstallPrompt } from "./install-prompt.ts";
import { isInstalled, platformOf } from "./platform.ts";

/** How Prystan gets onto the home screen of this phone: by the browser's own question where it has one, else in words. */
export const InstallGuide = () => {
  const t = useT();
  const [isDone, setIsDone] = useState(isInstalled);
  const prompt = useSyncExternalStore(installPrompt.subscribe, installPrompt.read);
  const platform = platformOf(navigator);
  const install = async () => {
    const asked = takeInstallPrompt();
    await asked?.prompt();
    if ((await asked?.userChoice)?.outcome === "accepted") setIsDone(true);
  };
  return (
    <Section title={t("first.install.title")}>
      {isDone ? (
        <Notice kind="success">{t("first.install.done")}</Notice>
      ) : (
        <Stack>
          <p>{t("first.install.text")}</p>
          {prompt ? (
            <Button wide icon="phone" onPress={() => void install()}>
              {t("first.install.add")}
            </Button>
          ) : (
            <p>{t(`first.install.${platform}`)}</p>
          )}
          {platform === "ios" && <p>{t("first.install.iosAgain")}</p>}
        </Stack>
      )}
    </Section>
  );
};
