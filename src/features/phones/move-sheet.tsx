import { useState } from "react";
import { useLanguage } from "../../i18n/use-language.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLive } from "../../live/use-live.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { ChoiceChips } from "../../ui/fields/choice/choice-chips.tsx";
import { SelectField } from "../../ui/fields/choice/select-field.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import type { MoveError, PhoneActs } from "./managed-phone.ts";
import { siteNames } from "./sites-in-words.ts";

type Props = {
  readonly name: string;
  /** Where the account works now, of the sites it may be moved from. */
  readonly sitesFrom: readonly string[];
  readonly sites: readonly string[];
  readonly onMove: PhoneActs["move"];
  readonly onClose: () => void;
};

/** From which site to which an account goes, and what becomes of its phone. */
export const MoveSheet = ({ name, sitesFrom, sites, onMove, onClose }: Props) => {
  const t = useT();
  const { language } = useLanguage();
  const names = useLive(siteNames, language);
  const [from, setFrom] = useState(sitesFrom[0] ?? "");
  const [chosen, setTo] = useState<string>();
  const [hasTried, setHasTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<MoveError>();
  const to = chosen === from ? undefined : chosen;
  const nameOf = (site: string) => names.get(site) ?? site;
  const optionOf = (site: string) => ({ value: site, label: nameOf(site) });
  const move = async () => {
    setHasTried(true);
    if (to === undefined) return;
    setBusy(true);
    const moved = await onMove({ name, from, to });
    setBusy(false);
    if (moved.ok) onClose();
    else setRefusal(moved.error);
  };
  return (
    <Sheet
      open
      title={t("lead.phones.move.title", { name })}
      onClose={onClose}
      actions={
        <Button look="primary" icon="forward" busy={busy} onPress={() => void move()}>
          {to === undefined
            ? t("lead.phones.move.act", { name })
            : t("lead.phones.move.actTo", { name, site: nameOf(to) })}
        </Button>
      }
    >
      <Stack>
        {sitesFrom.length > 1 && (
          <ChoiceChips
            id="move-from"
            label={t("lead.phones.move.from")}
            options={sitesFrom.map(optionOf)}
            value={from}
            onChange={setFrom}
            columns={1}
          />
        )}
        <SelectField
          id="move-to"
          label={t("lead.phones.move.to")}
          error={hasTried && to === undefined ? t("lead.phones.move.choose") : undefined}
          options={sites.filter((site) => site !== from).map(optionOf)}
          value={to}
          onChange={setTo}
        />
        <p>{t("lead.phones.move.text", { name, from: nameOf(from) })}</p>
        <MoveRefusal name={name} error={refusal} />
      </Stack>
    </Sheet>
  );
};

const MoveRefusal = ({ name, error }: { readonly name: string; readonly error: MoveError | undefined }) => {
  const t = useT();
  switch (error?.type) {
    case "NoSuchSite":
      return <Notice kind="danger">{t("lead.phones.move.noSuchSite")}</Notice>;
    case "NotThere":
      return <Notice kind="danger">{t("lead.phones.move.notThere", { name })}</Notice>;
    default:
      return <Refusal error={error} />;
  }
};
