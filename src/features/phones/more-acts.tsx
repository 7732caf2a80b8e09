import { useState } from "react";
import type { Result } from "../../domain/model/result.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Icon } from "../../ui/display/icon.tsx";
import { ConfirmDialog } from "../../ui/overlays/confirm-dialog.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import type { ManagedPhone, PhoneActs, PhonesError } from "./managed-phone.ts";
import { MoveAct } from "./move-act.tsx";

type Props = {
  readonly phone: ManagedPhone;
  readonly isOwn: boolean;
  readonly acts: PhoneActs;
  readonly onRename: () => void;
  readonly onRefused: (refusal: PhonesError | undefined) => void;
};

/** What is seldom done with a phone, or cannot be taken back: unfolded first, and each with the person's name in its button. */
export const MoreActs = ({ phone, isOwn, acts, onRename, onRefused }: Props) => {
  const t = useT();
  const [asking, setAsking] = useState<"wipe" | "end">();
  const { device, account, wipeAt, hasEnded } = phone;
  const said = {
    wipe: {
      ...{ title: t("lead.phones.wipeTitle", { name: account }), text: t("lead.phones.wipeText") },
      ...{ confirm: t("lead.phones.wipe", { name: account }), act: () => acts.wipe(device) },
    },
    end: {
      ...{ title: t("lead.phones.endTitle", { name: account }), text: t("lead.phones.endText") },
      ...{ confirm: t("lead.phones.end", { name: account }), act: () => acts.end(account) },
    },
  };
  const dialog = asking && said[asking];
  const act = async (doing: () => Promise<Result<void, PhonesError>>) => {
    setAsking(undefined);
    const done = await doing();
    onRefused(done.ok ? undefined : done.error);
  };
  return (
    <>
      <details className="p-phone__more">
        <summary>
          {t("lead.phones.more", { name: account })}
          <Icon name="down" />
        </summary>
        <Stack space="tight">
          <Button icon="edit" wide onPress={onRename}>
            {t("lead.phones.name.give", { name: account })}
          </Button>
          {!isOwn && !hasEnded && <MoveAct phone={phone} onMove={acts.move} />}
          {!wipeAt && (
            <Button icon="trash" wide onPress={() => setAsking("wipe")}>
              {said.wipe.confirm}
            </Button>
          )}
          {!isOwn && !hasEnded && (
            <Button icon="leave" wide onPress={() => setAsking("end")}>
              {said.end.confirm}
            </Button>
          )}
        </Stack>
      </details>
      <ConfirmDialog
        open={dialog !== undefined}
        danger
        title={dialog?.title ?? ""}
        confirmLabel={dialog?.confirm ?? ""}
        onConfirm={() => dialog && void act(dialog.act)}
        onCancel={() => setAsking(undefined)}
      >
        {dialog?.text}
      </ConfirmDialog>
    </>
  );
};
