import { useEffect, useState } from "react";
import type { Outbox } from "../../device/outbox/open-outbox.ts";
import { type OutboxItem, sealedItemOf } from "../../device/outbox/outbox-item.ts";
import { recordFileName } from "../../domain/exchange/record-file.ts";
import { sealedOutboxFileOf } from "../../domain/exchange/sealed-outbox-file.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { downloadFile } from "../../ui/actions/download-file.ts";
import { Notice } from "../../ui/feedback/notice.tsx";

/** How much lies sealed on this phone; as a file it can leave a phone that never gets online. Needs nobody's passphrase. */
export const SealedOutboxNotice = ({ outbox }: { readonly outbox: Outbox }) => {
  const t = useT();
  const [{ count, unreadable }, setFound] = useState({ count: 0, unreadable: 0 });
  const [saved, setSaved] = useState<string>();
  useEffect(() => void outbox.all().then((items) => setFound(countsOf(items))), [outbox]);
  const save = async () => {
    const name = recordFileName(new Date().toISOString()).replace("prystan-", "prystan-sealed-");
    downloadFile(name, JSON.stringify(sealedOutboxFileOf((await outbox.all()).map(sealedItemOf))));
    setSaved(name);
  };
  if (count === 0) return null;
  return (
    <Notice
      kind="info"
      title={t("app.sealed.count", { count })}
      action={
        <Button icon="unsent" onPress={() => void save()}>
          {t("app.sealed.save")}
        </Button>
      }
    >
      {unreadable > 0 && <p>{t("app.sealed.unreadable", { number: unreadable })}</p>}
      <p>{saved ? t("app.sealed.saved", { name: saved }) : t("app.sealed.text")}</p>
    </Notice>
  );
};

const countsOf = (items: readonly OutboxItem[]) => ({
  count: items.length,
  unreadable: items.filter(({ unreadable = [] }) => unreadable.length > 0).length,
});
