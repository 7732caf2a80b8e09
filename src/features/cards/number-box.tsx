import { useState } from "react";
import { parseShortCode } from "../../domain/numbers/short-code.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Stack } from "../../ui/page/stack.tsx";

type NumberBoxProps = {
  /** What is done with the number. */
  readonly word: string;
  readonly onNumber: (number: string) => void;
};

/** Nine digits that are typed: a wrong one is told at the field, and what was typed stays. */
export const NumberBox = ({ word, onNumber }: NumberBoxProps) => {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string>();
  const submit = () => {
    const number = parseShortCode(typed);
    setError(number.ok ? undefined : t(`cards.wrong.${number.error.type}`));
    if (!number.ok) return;
    setTyped("");
    onNumber(number.value.code);
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        <TextField
          id="card-number"
          label={t("cards.scan.number")}
          hint={t("cards.scan.numberHint")}
          error={error}
          entry="digits"
          width="short"
          enterKeyHint="search"
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setError(undefined);
          }}
        />
        <Button submits icon="search">
          {word}
        </Button>
      </Stack>
    </form>
  );
};
