import { useState } from "react";
import { Button } from "../../../../src/ui/actions/button.tsx";
import { ChoiceChips } from "../../../../src/ui/fields/choice/choice-chips.tsx";
import { ErrorSummary } from "../../../../src/ui/fields/error-summary.tsx";
import { DateField } from "../../../../src/ui/fields/text/date-field.tsx";
import { TextField } from "../../../../src/ui/fields/text/text-field.tsx";
import { Page } from "../../../../src/ui/page/page.tsx";
import { useSay } from "../use-say.ts";

export const ErrorScene = () => {
  const say = useSay();
  const [attempt, setAttempt] = useState(0);
  const [name, setName] = useState("");
  const [born, setBorn] = useState({ day: "31", month: "2", year: "1984" });
  const [sex, setSex] = useState<"f" | "m" | undefined>(undefined);
  const refused = attempt > 0;
  const nameError = refused ? say("Write at least one name.", "Напишіть хоча б одне ім’я.") : undefined;
  const bornError = refused ? say("February has no day 31.", "У лютому немає 31-го дня.") : undefined;
  const sexError = refused ? say("Choose one.", "Оберіть одне.") : undefined;
  const errors = [
    { fieldId: "name", text: nameError },
    { fieldId: "born", text: bornError },
    { fieldId: "sex", text: sexError },
  ].flatMap(({ fieldId, text }) => (text ? [{ fieldId, text }] : []));
  return (
    <Page
      title={say("New person", "Нова особа")}
      action={
        <Button look="primary" onPress={() => setAttempt(attempt + 1)}>
          {say("Save", "Зберегти")}
        </Button>
      }
    >
      <ErrorSummary errors={errors} attempt={attempt} />
      <TextField id="name" label={say("Name", "Ім’я")} entry="name" value={name} onChange={setName} error={nameError} />
      <DateField
        id="born"
        label={say("Date of birth", "Дата народження")}
        value={born}
        onChange={setBorn}
        error={bornError}
        wrong={["day", "month"]}
      />
      <ChoiceChips
        id="sex"
        label={say("Sex", "Стать")}
        options={[
          { value: "f", label: say("Female", "Жіноча") },
          { value: "m", label: say("Male", "Чоловіча") },
        ]}
        value={sex}
        onChange={setSex}
        error={sexError}
      />
    </Page>
  );
};
