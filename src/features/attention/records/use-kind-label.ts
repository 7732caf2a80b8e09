import { useCallback } from "react";
import { type KindName, kinds } from "../../../domain/model/kinds.ts";
import { useT } from "../../../i18n/use-t.ts";

/** What a kind of record is called; a kind that only a newer app knows has no word yet. */
export const useKindLabel = (): ((kind: string) => string) => {
  const t = useT();
  return useCallback(
    (kind) => (Object.hasOwn(kinds, kind) ? t(`attention.kinds.${kind as KindName}`) : t("attention.unknownKind")),
    [t],
  );
};
