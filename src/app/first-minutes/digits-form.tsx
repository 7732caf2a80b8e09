import { type FormEvent, useEffect, useRef, useState } from "react";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Button } from "../../ui/actions/button.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { type DigitsError, type Enrolment, tellDigits } from "../access/enrolment.ts";

type Props = {
  readonly ticket: string;
  readonly server: Server;
  readonly onRight: (enrolment: Enrolment) => void;
};

const length = 6;

/** Six digits that stand in no address: the lead says them. Five tries. */
export const DigitsForm = ({ ticket, server, onRight }: Props) => {
  const t = useT();
  const errorText = useErrorText();
  const [digits, setDigits] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<DigitsError | { readonly type: "tooFew" }>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (digits.length < length) return refuse({ type: "tooFew" });
    setBusy(true);
    const told = await tellDigits(server, ticket, digits);
    setBusy(false);
    if (told.ok) return onRight(told.value);
    refuse(told.error);
  };
  const refuse = (why: typeof refusal) => {
    setRefusal(why);
    field.current?.focus();
  };
  const textOf = (why: NonNullable<typeof refusal>): string => {
    switch (why.type) {
      case "wrong":
        return t("welcome.digits.wrong", { left: why.left });
      case "usedUp":
        return t("welcome.digits.usedUp");
      case "tooFew":
        return t("welcome.digits.tooFew");
      default:
        return errorText(why);
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)} noValidate autoComplete="off">
      <Stack>
        <TextField
          id="digits"
          label={t("welcome.digits.field")}
          error={refusal && textOf(refusal)}
          value={digits}
          onChange={(text) => {
            setDigits(text.replace(/\D/g, "").slice(0, length));
            setRefusal(undefined);
          }}
          entry="digits"
          enterKeyHint="go"
          ref={field}
        />
        <Button submits look="primary" wide icon="forward" busy={busy}>
          {t("welcome.digits.submit")}
        </Button>
      </Stack>
    </form>
  );
};
