import { type ReactNode, useState } from "react";
import type { Person } from "../../../domain/model/kinds/person.ts";
import { WithdrawSheet } from "./withdraw-sheet.tsx";

type WithdrawingProps = {
  readonly site: string;
  readonly person: Person;
  /** Checks the person out; the roster knows how. */
  readonly checkOut: (onClose: () => void) => ReactNode;
  readonly onClose: () => void;
};

/** Takes a registration back; of somebody who lies in a bed after checking them out. */
export const Withdrawing = ({ site, person, checkOut, onClose }: WithdrawingProps) => {
  const [checksOut, setChecksOut] = useState(false);
  if (checksOut) return checkOut(onClose);
  return <WithdrawSheet site={site} person={person} onCheckOut={() => setChecksOut(true)} onClose={onClose} />;
};
