import { useState } from "react";
import { Button } from "../../../../src/ui/actions/button.tsx";
import { CheckChips } from "../../../../src/ui/fields/choice/check-chips.tsx";
import { ChoiceChips } from "../../../../src/ui/fields/choice/choice-chips.tsx";
import { SelectField } from "../../../../src/ui/fields/choice/select-field.tsx";
import { Switch } from "../../../../src/ui/fields/choice/switch.tsx";
import { FileField } from "../../../../src/ui/fields/file-field.tsx";
import { Stepper } from "../../../../src/ui/fields/stepper.tsx";
import { DateField } from "../../../../src/ui/fields/text/date-field.tsx";
import { TextArea } from "../../../../src/ui/fields/text/text-area.tsx";
import { TextField } from "../../../../src/ui/fields/text/text-field.tsx";
import { Page } from "../../../../src/ui/page/page.tsx";
import { useSay } from "../use-say.ts";

export const FormScene = () => {
  const say = useSay();
  const [name, setName] = useState("");
  const [note, setNote] = useState("");
  const [count, setCount] = useState<number | undefined>(undefined);
  const [sex, setSex] = useState<"f" | "m" | "u" | undefined>("f");
  const [needs, setNeeds] = useState<readonly ("wheelchair" | "child" | "pet")[]>(["child"]);
  const [country, setCountry] = useState<"pl" | "de" | undefined>(undefined);
  const [born, setBorn] = useState({ day: "", month: "5", year: "1984" });
  const [alone, setAlone] = useState(false);
  return (
    <Page
      title={say("A family arrives", "Прибула родина")}
      back="/arrivals"
      lede={say(
        "Everything is kept on this phone as you type.",
        "Усе зберігається на цьому телефоні, щойно ви пишете.",
      )}
      action={
        <>
          <Button look="primary" icon="check">
            {say("Save family", "Зберегти родину")}
          </Button>
          <Button>{say("Only count", "Лише порахувати")}</Button>
        </>
      }
    >
      <Stepper id="adults" label={say("Adults", "Дорослі")} value={count} onChange={setCount} max={20} />
      <TextField
        id="name"
        label={say("Family name", "Прізвище")}
        hint={say("As the person says it. Any alphabet.", "Так, як називає людина. Будь-якою абеткою.")}
        entry="name"
        lang="uk"
        value={name}
        onChange={setName}
      />
      <ChoiceChips
        id="sex"
        label={say("Sex", "Стать")}
        options={[
          { value: "f", label: say("Female", "Жіноча") },
          { value: "m", label: say("Male", "Чоловіча") },
          { value: "u", label: say("Not stated", "Не вказано") },
        ]}
        value={sex}
        onChange={setSex}
      />
      <FileField id="file" label={say("Choose the file", "Вибрати файл")} accept=".json" onChoose={() => undefined} />
      <DateField
        id="born"
        label={say("Date of birth", "Дата народження")}
        hint={say("What is not known stays empty.", "Чого не знають, лишіть порожнім.")}
        value={born}
        onChange={setBorn}
      />
      <CheckChips
        id="needs"
        label={say("Needs", "Потреби")}
        optional
        options={[
          { value: "wheelchair", label: say("Wheelchair", "Крісло колісне"), icon: "wheelchair" },
          { value: "child", label: say("Small child", "Мала дитина"), icon: "child" },
          { value: "pet", label: say("Animal", "Тварина") },
        ]}
        values={needs}
        onChange={setNeeds}
      />
      <SelectField
        id="onward"
        label={say("Going on to", "Їдуть далі до")}
        options={[
          { value: "pl", label: say("Poland", "Польща") },
          { value: "de", label: say("Germany", "Німеччина") },
        ]}
        value={country}
        onChange={setCountry}
      />
      <TextArea id="note" label={say("Note", "Примітка")} value={note} onChange={setNote} optional />
      <Switch
        id="alone"
        label={say("Travels alone", "Подорожує без супроводу")}
        hint={say("Somebody will look at once.", "Хтось одразу підійде.")}
        on={alone}
        onChange={setAlone}
      />
    </Page>
  );
};
