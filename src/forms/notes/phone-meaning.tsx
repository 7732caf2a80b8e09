import { otherFirst, phoneRemark } from "../../domain/numbers/phone-remarks.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import type { Box } from "./typed-note.tsx";
import { useLeft } from "./use-left.ts";
import { usePastedLines } from "./use-pasted-lines.ts";

/** Says which number of a text is called, and what is no number. Nothing of it keeps anybody from saving. */
export const PhoneMeaning = ({ id, text, onChange }: Box) => {
  const t = useT();
  const left = useLeft(id, text);
  usePastedLines(id, ({ head, lines, tail }) => onChange(head + lines.join(" / ") + tail));
  // A number that is still being typed is no broken one.
  const remark = left === text || /[\p{L},;/]|\d.*\+/u.test(text) ? phoneRemark(text) : undefined;
  switch (remark?.type) {
    case "two": {
      const { first, other } = remark;
      return (
        <>
          {t("correction.typed.callsFirst", { phone: first, other })}{" "}
          <Button onPress={() => onChange(otherFirst(text))}>{t("correction.typed.putFirst", { phone: other })}</Button>
        </>
      );
    }
    case "withNote":
      return t("correction.typed.calls", { phone: remark.phone });
    case "emergency":
      return t("correction.typed.emergency", { phone: remark.phone });
    case "noNumber":
      return t("correction.typed.noNumber");
    default:
      return null;
  }
};
