import { type ReactNode, useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useT } from "../../../i18n/use-t.ts";
import { ListRow } from "../../../ui/display/list-row.tsx";
import { WithdrawSheet } from "./withdraw-sheet.tsx";

type WithdrawRowProps = {
  readonly site: string;
  readonly person: Person;
  /** Checks the person out; the roster knows how. */
  readonly checkOut: (onClose: () => void) => ReactNode;
};

/** A row that takes a registration back: at the end of the page, for it is seldom meant. */
export const WithdrawRow = ({ site, person, checkOut }: WithdrawRowProps) => {
  const t = useT();
  const [open, setOpen] = useState<"checkOut" | "withdraw">();
  const close = () => setOpen(undefined);
  return (
    <>
      <ListRow icon="close" title={t("correction.withdraw.open")} onPress={() => setOpen("withdraw")} />
      {open === "withdraw" && (
        <WithdrawSheet site={site} person={person} onCheckOut={() => setOpen("checkOut")} onClose={close} />
      )}
      {open === "checkOut" && checkOut(close)}
    </>
  );
};
