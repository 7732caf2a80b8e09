import { type FormEvent, useEffect, useRef, useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import type { Server } from "../../sync/connection/server.ts";
import { Button } from "../../ui/actions/button.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { type DigitsAnswer, type Enrolment, tellDigits } from "../access/enrolment.ts";

type Props = {
  readonly ticket: string;
  readonly server: Server;
  readonly onRight: (enrolment: Enrolment) => void;
  /** No digits help any more. */
  readonly onOver: () => void;
};

type Refused = Exclude<DigitsAnswer, Enrolment> | { readonly outcome: "tooFew" };

const length = 6;

/** Six digits that stand in no address: the lead says them. Five tries. */
export const DigitsForm = ({ ticket, server, onRight, onOver }: Props) => {
  const t = useT();
  const [digits, setDigits] = useState("");
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused>();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (digits.length < length) return refuse({ outcome: "tooFew" });
    setBusy(true);
    const told = await tellDigits(server, ticket, digits);
    setBusy(false);
    if (told.outcome === "right") return onRight(told);
    if (told.outcome === "over" || told.outcome === "usedUp") onOver();
    refuse(told);
  };
  const refuse = (why: Refused) => {
    setRefusal(why);
    field.current?.focus();
  };
  const textOf = (why: Refused): string => {
    if (why.outcome === "over") return t("errors.EnrolmentOver");
    if (why.outcome === "later") return t("errors.NotReached");
    return t(`welcome.digits.${why.outcome}`, { ...why });
  };
  return (
    <form onSubmit={submit} noValidate>
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
