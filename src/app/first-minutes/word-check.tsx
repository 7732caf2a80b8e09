import { type FormEvent, useEffect, useRef, useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Stack } from "../../ui/page/stack.tsx";

type Props = {
  /** Which of the words is asked for, from 1. */
  readonly number: number;
  readonly word: string;
  readonly busy: boolean;
  readonly onRight: () => void;
  readonly onShow: () => void;
};

/** One word, typed from the paper: whoever has not written them down finds out now, not at the first lock. */
export const WordCheck = ({ number, word, busy, onRight, onShow }: Props) => {
  const t = useT();
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (wordOf(typed) === wordOf(word)) return onRight();
    setIsWrong(true);
    field.current?.focus();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextField
          id="word"
          label={t("welcome.field", { number })}
          error={isWrong ? t("welcome.wrong", { number }) : undefined}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setIsWrong(false);
          }}
          entry="code"
          inputMode="text"
          autoCapitalize="none"
          enterKeyHint="go"
          ref={field}
        />
        <Button submits look="primary" wide icon="enter" busy={busy}>
          {t("welcome.open")}
        </Button>
        <Button wide look="quiet" onPress={onShow}>
          {t("welcome.show")}
        </Button>
      </Stack>
    </form>
  );
};

const wordOf = (typed: string): string => typed.normalize("NFC").trim().toLowerCase();
