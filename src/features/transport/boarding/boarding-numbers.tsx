import type { ReactNode } from "react";
import { countPassengers } from "../../../domain/transport/passenger-status.ts";
import { useFormats } from "../../../i18n/use-formats.ts";
import { useT } from "../../../i18n/use-t.ts";
import type { TripView } from "../../../live/transport/trips-view.ts";
import { BigCount } from "../../../ui/display/big-count.tsx";
import { VisuallyHidden } from "../../../ui/display/visually-hidden.tsx";
import { Row } from "../../../ui/page/row.tsx";
import { CallCoordinator } from "./call-coordinator.tsx";

/** `on board 23 / expected 25 / children 9`, read out as it changes; beside them what else is done at the door. */
export const BoardingNumbers = ({ view, children }: { readonly view: TripView; readonly children?: ReactNode }) => {
  const t = useT();
  const { number } = useFormats();
  const { onBoard, expected, childrenOnBoard } = countPassengers(view);
  return (
    <>
      <Row even>
        <BigCount
          value={onBoard}
          label={t("transport.count.onBoard")}
          test="count-on-board"
          detail={t("person.children", { count: childrenOnBoard })}
        />
        <BigCount value={expected} label={t("transport.count.expected")} test="count-expected" />
        {children}
        <CallCoordinator phone={view.trip.coordinatorPhone} />
      </Row>
      <VisuallyHidden>
        <output>
          {t("transport.count.line", {
            onBoard: number(onBoard),
            expected: number(expected),
            children: number(childrenOnBoard),
          })}
        </output>
      </VisuallyHidden>
    </>
  );
};
