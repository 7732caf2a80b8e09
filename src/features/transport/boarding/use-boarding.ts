import { useState } from "react";
import type { NewDocument } from "../../../domain/merge/new-document.ts";
import { siteDatabase } from "../../../domain/model/databases.ts";
import type { Line } from "../../../domain/model/kinds/line.ts";
import type { Result } from "../../../domain/model/result.ts";
import { board, markNoShow, undoBoarding } from "../../../domain/transport/boarding.ts";
import { cancelBooking } from "../../../domain/transport/booking.ts";
import { checkBoardingOpen } from "../../../domain/transport/check-boarding-open.ts";
import { isChildStop } from "../../../domain/transport/child-stop.ts";
import { passengerStatus } from "../../../domain/transport/passenger-status.ts";
import { usePersonLabels } from "../../../forms/use-person-labels.ts";
import { type ErrorName, useErrorText } from "../../../i18n/use-error-text.ts";
import { useT } from "../../../i18n/use-t.ts";
import { useLiveContext } from "../../../live/live-context.tsx";
import { childrenToStop, guardOfLine } from "../../../live/transport/children-to-stop.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { useAdd, useAttribution, useChange } from "../../../live/use-change.ts";
import { notSaved } from "../../../live/use-command.ts";
import { useLive } from "../../../live/use-live.ts";
import { useToday } from "../../../live/use-today.ts";
import { vibrate } from "../../../ui/feedback/vibrate.ts";
import { useNoteBoarding } from "./use-note-boarding.ts";

/** What was just done or refused; `undo` is the passenger whose boarding may be taken back. */
type Said = { readonly text: string; readonly undo?: Line; readonly refused?: true };
type Asked = { readonly why: "childStop" | "change"; readonly line: Line };
type Made = Result<NewDocument, { readonly type: ErrorName }>;

export type Boarding = ReturnType<typeof useBoarding>;

/** The taps at the bus door. Nothing is disabled: what cannot be done says why. */
export const useBoarding = (view: TripView, canPlan: boolean) => {
  const t = useT();
  const errorText = useErrorText();
  const words = usePersonLabels();
  const doing = useAttribution();
  const add = useAdd(view.database ?? "");
  const change = useChange(siteDatabase(view.trip.site), "line");
  const noteRecent = useNoteBoarding(view);
  const { records } = useLiveContext();
  const today = useToday();
  const stopped = useLive(childrenToStop, view, today);
  const [said, setSaid] = useState<Said>();
  const [asked, setAsked] = useState<Asked>();

  /** True when it is on the disk. */
  const act = async (make: () => Made): Promise<boolean> => {
    const door = checkBoardingOpen(view, view.database);
    const made = door.ok ? make() : door;
    const done = made.ok ? await add([made.value]).catch(() => notSaved) : made;
    if (!done.ok) setSaid({ text: errorText(done.error), refused: true });
    return done.ok;
  };
  const letIn = async (line: Line) => {
    const guard = guardOfLine(records, view.trip.site, line, today);
    if (!(await act(() => board(view, line, doing(), guard)))) return;
    vibrate();
    const text = t("transport.boarded", { name: words.name(line.passenger) });
    setSaid({ text, undo: line });
    noteRecent(text, line, "boarded");
  };
  const takeBack = async (line: Line | undefined) => {
    if (!line || !(await act(() => undoBoarding(view, line, doing())))) return;
    setSaid({ text: t("transport.takenBack", { name: words.name(line.passenger) }) });
  };
  const noShow = async (line: Line) => {
    if (!(await act(() => markNoShow(view, line, doing())))) return;
    const text = t("transport.markedNoShow", { name: words.name(line.passenger) });
    setSaid({ text, undo: line });
    noteRecent(text, line, "no_show");
  };
  const takeOffList = async (line: Line) => {
    const off = await change(line._id, cancelBooking).catch(() => notSaved);
    if (off.ok) setSaid({ text: t("transport.takenOff", { name: words.name(line.passenger) }) });
    else setSaid({ text: errorText(off.error), refused: true });
  };
  const press = (line: Line) => {
    const door = checkBoardingOpen(view, view.database);
    const status = passengerStatus(line, view.scans);
    const isStopped = isChildStop(line) || stopped.some(({ _id }) => _id === line._id);
    if (canPlan && view.trip.status === "draft") setAsked({ why: "change", line });
    else if (isStopped && status !== "boarded") setAsked({ why: "childStop", line });
    else if (!door.ok) setSaid({ text: errorText(door.error), refused: true });
    else if (status === "booked") void letIn(line);
    else setAsked({ why: "change", line });
  };
  return {
    press,
    /** Children on the list of whom the site knows more than their line says. */
    stopped,
    letIn,
    takeBack,
    noShow,
    takeOffList,
    asked,
    close: () => setAsked(undefined),
    said,
    hush: () => setSaid(undefined),
    refuse: (text: string) => setSaid({ text, refused: true }),
  };
};
