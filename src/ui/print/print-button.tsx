import { type ReactNode, useEffect, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../actions/button.tsx";

/** Prints `sheet` and nothing else. It is made when it is asked for, and gone once the dialog of the browser is closed. */
export const PrintButton = ({ sheet }: { readonly sheet: () => ReactNode }) => {
  const t = useT();
  const [isPrinting, setPrinting] = useState(false);
  const [place] = useState(newPlace);
  // Gone as soon as the page is left or locked, however long the browser prints.
  useLayoutEffect(() => {
    if (!isPrinting) return;
    document.body.append(place);
    return () => place.remove();
  }, [isPrinting, place]);
  useEffect(() => {
    if (!isPrinting) return;
    const done = () => setPrinting(false);
    // Some browsers never say that the dialog was closed: the next touch of the page does.
    for (const name of over) window.addEventListener(name, done, true);
    window.print();
    return () => {
      for (const name of over) window.removeEventListener(name, done, true);
      done();
    };
  }, [isPrinting]);
  return (
    <>
      <Button icon="print" wide onPress={() => setPrinting(true)}>
        {t("ui.print.open")}
      </Button>
      {isPrinting && createPortal(sheet(), place)}
    </>
  );
};

const over = ["afterprint", "pointerdown", "keydown"] as const;

const newPlace = (): HTMLElement => {
  const place = document.createElement("div");
  place.className = "p-print-place";
  return place;
};
