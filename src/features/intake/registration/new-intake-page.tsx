import { useEffect } from "react";
import { keyOf } from "../../../domain/model/new-id.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { Loading } from "../../../ui/feedback/loading.tsx";
import { useNavigation } from "../../../ui/page/navigation.tsx";

/** Opens a new form. Its group gets an id now, so that whatever happens the form is saved once. */
export const NewIntakePage = () => {
  const t = useT();
  const { newId } = useLiveContext();
  const { replace } = useNavigation();

  useEffect(() => {
    replace(`/arrivals/register/${keyOf(newId("group"))}`);
  }, [newId, replace]);

  return <Loading label={t("app.opening")} mayHang />;
};
