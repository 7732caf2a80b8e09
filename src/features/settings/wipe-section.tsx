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
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Switch } from "../../ui/fields/choice/switch.tsx";
import { Section } from "../../ui/page/section.tsx";
import { Stack } from "../../ui/page/stack.tsx";

type Props = {
  readonly site: string | undefined;
  /** Whether the account may say what holding the lock does at the site. */
  readonly mayChange: boolean;
  /** The button that destroys what is on this phone. */
  readonly wipe: ReactNode;
};

/** How a phone is emptied before it is taken away. */
export const WipeSection = ({ site, mayChange, wipe }: Props) => {
  const t = useT();
  const { language } = useLanguage();
  const known = useLive(kinds, siteNamed, site ?? "");
  const change = useChange(directoryDatabase, "site");
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
        {mayChange && known && (
          <Switch
            id="wipe-by-holding"
            label={t("settings.wipe.switch", { site: siteNameIn(known, language) })}
            hint={t("settings.wipe.switchHint")}
            on={isHeld}
            onChange={(on) => void choose(on)}
          />
        )}
      </Stack>
    </Section>
  );
};

const kinds = ["site"] as const;
