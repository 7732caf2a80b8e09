import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import type { StorageLoss } from "./detect-storage-loss.ts";

type Props = {
  readonly loss: StorageLoss;
  /** How many records made on this phone the server has, once that is known. */
  readonly onServer?: number | undefined;
  readonly onUnderstood: () => void;
};

/** Stays in the way until it is confirmed: names may be missing that no other device has. */
export const StorageLossNotice = ({ loss, onServer, onUnderstood }: Props) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const unsent = loss.markers.reduce((sum, marker) => sum + marker.unsent, 0);
  const [latest] = loss.markers
    .map(({ at }) => at)
    .sort()
    .reverse();
  return (
    <Notice
      kind="danger"
      title={t("app.loss.title")}
      action={<Button onPress={onUnderstood}>{t("app.loss.understood")}</Button>}
    >
      <p>{t(onServer === undefined ? "app.loss.text" : "app.loss.signedIn")}</p>
      {latest !== undefined && (
        <p>
          {unsent > 0
            ? t("app.loss.unsent", { count: unsent, at: dayAndTime(latest) })
            : t("app.loss.nothingUnsent", { at: dayAndTime(latest) })}
        </p>
      )}
      {onServer !== undefined && latest !== undefined && <p>{t("app.loss.onServer", { count: onServer })}</p>}
    </Notice>
  );
};
