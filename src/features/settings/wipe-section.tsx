import { type ReactNode, useState } from "react";
import { directoryDatabase } from "../../domain/model/databases.ts";
import { siteNameIn } from "../../domain/model/kinds/site.ts";
import { ok } from "../../domain/model/result.ts";
import type { NamedError } from "../../i18n/use-error-text.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useT } from "../../i18n/use-t.ts";
import { siteNamed } from "../../live/access/wipes-by-holding.ts";
import { useChange } from "../../live/use-change.ts";
import { useLive } from "../../live/use-live.ts";
import { useRights } from "../../live/use-rights.ts";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Switch } from "../../ui/fields/choice/switch.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";

type Props = {
  readonly site: string | undefined;
  /** The button that destroys what is on this phone. */
  readonly wipe: ReactNode;
};

/** How a phone is emptied before it is taken away. */
export const WipeSection = ({ site, wipe }: Props) => {
  const t = useT();
  const { language } = useLanguage();
  const known = useLive(siteNamed, site ?? "");
  const change = useChange(directoryDatabase, "site");
  const { mayChange } = useRights();
  const [isAsking, setIsAsking] = useState(false);
  const [refusal, setRefusal] = useState<NamedError>();
  const isHeld = known?.wipesByHolding === true;
  const choose = async (wipesByHolding: boolean) => {
    if (!known) return;
    const saved = await change(known._id, (current) => ok({ ...current, wipesByHolding }));
    setRefusal(saved.ok ? undefined : { type: "NotSaved" });
  };
  return (
    <Section title={t("settings.wipe.title")}>
      <Stack>
        <p>{t(isHeld ? "settings.wipe.held" : "settings.wipe.notHeld")}</p>
        {wipe}
        <Refusal error={refusal} />
        {known && mayChange(directoryDatabase, known, "wipesByHolding") && (
          <Switch
            id="wipe-by-holding"
            label={t("settings.wipe.switch", { site: siteNameIn(known, language) })}
            hint={t("settings.wipe.switchHint")}
            on={isHeld}
            onChange={(on) => (on ? setIsAsking(true) : void choose(false))}
          />
        )}
      </Stack>
      <ConfirmDialog
        open={isAsking}
        danger
        title={t("settings.wipe.switchTitle", { site: known ? siteNameIn(known, language) : "" })}
        confirmLabel={t("settings.wipe.switchOn")}
        cancelLabel={t("ui.cancel")}
        onConfirm={() => {
          setIsAsking(false);
          void choose(true);
        }}
        onCancel={() => setIsAsking(false)}
      >
        {t("settings.wipe.switchText")}
      </ConfirmDialog>
    </Section>
  );
};
