import { useState } from "react";
import { sitesOf } from "../../domain/model/databases.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useLive } from "../../live/use-live.ts";
import { Button } from "../../ui/actions/button.tsx";
import type { ManagedPhone, PhoneActs } from "./managed-phone.ts";
import { MoveSheet } from "./move-sheet.tsx";
import { coordinatedSites } from "./sites-in-words.ts";

type Props = { readonly phone: ManagedPhone; readonly onMove: PhoneActs["move"] };

/** For who coordinates the site that somebody works at, and another one; nothing for everybody else. */
export const MoveAct = ({ phone, onMove }: Props) => {
  const t = useT();
  const { roles } = useLiveContext();
  const coordinated = useLive(coordinatedSites, roles);
  const [isOpen, setOpen] = useState(false);
  const from = sitesOf(phone.roles ?? []).filter((site) => coordinated.includes(site));
  if (from.length === 0 || coordinated.length < 2) return null;
  return (
    <>
      <Button icon="forward" wide onPress={() => setOpen(true)}>
        {t("lead.phones.move.open", { name: phone.account })}
      </Button>
      {isOpen && (
        <MoveSheet
          name={phone.account}
          sitesFrom={from}
          sites={coordinated}
          onMove={onMove}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
