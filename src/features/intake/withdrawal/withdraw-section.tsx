import { type ReactNode, useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { useT } from "../../../i18n/use-t.ts";
import { Button } from "../../../ui/actions/button.tsx";
import { WithdrawSheet } from "./withdraw-sheet.tsx";

type WithdrawSectionProps = {
  readonly site: string;
  readonly person: Person;
  /** Checks the person out; the roster knows how. */
  readonly checkOut: (onClose: () => void) => ReactNode;
};

/** Takes a registration back: at the end of the page, for it is seldom meant. */
export const WithdrawSection = ({ site, person, checkOut }: WithdrawSectionProps) => {
  const t = useT();
  const [open, setOpen] = useState<"checkOut" | "withdraw">();
  const close = () => setOpen(undefined);
  return (
    <>
      <Button look="quiet" icon="close" onPress={() => setOpen("withdraw")}>
        {t("correction.withdraw.open")}
      </Button>
      {open === "withdraw" && (
        <WithdrawSheet site={site} person={person} onCheckOut={() => setOpen("checkOut")} onClose={close} />
      )}
      {open === "checkOut" && checkOut(close)}
    </>
  );
};
