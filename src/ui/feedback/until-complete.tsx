import { type ReactNode, useState } from "react";
import { Button } from "../actions/button.tsx";
import { Notice } from "./notice.tsx";

type Props = {
  /** Whether what is to be shown is still coming in for the first time. */
  readonly isComing: boolean;
  readonly title: string;
  readonly text: string;
  /** The button that shows what is here. */
  readonly show: string;
  readonly children: ReactNode;
};

/**
 * Stands in the place of lists until they are complete: half a list names beds as free that are not, and moves under the finger with each row that
 * comes. What is here can be asked for, and then stays.
 */
export const UntilComplete = ({ isComing, title, text, show, children }: Props) => {
  const [stands, setStands] = useState<"before" | "coming" | "shown">("before");
  // Where the network ends half-way the part is shown, and what comes later is added to it.
  if (stands === "before" && isComing) setStands("coming");
  if (stands === "coming" && !isComing) setStands("shown");
  if (stands === "shown" || !isComing) return children;
  return (
    <Notice kind="info" title={title} action={<Button onPress={() => setStands("shown")}>{show}</Button>}>
      {text}
    </Notice>
  );
};
