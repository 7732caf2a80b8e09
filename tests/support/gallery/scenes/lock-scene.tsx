import { useState } from "react";
import { type Language, languages } from "../../../../src/i18n/languages.ts";
import { useLanguage } from "../../../../src/i18n/use-language.ts";
import { Button } from "../../../../src/ui/button.tsx";
import { ChoiceChips } from "../../../../src/ui/choice-chips.tsx";
import { Page } from "../../../../src/ui/page.tsx";
import { PasswordField } from "../../../../src/ui/password-field.tsx";
import { TextField } from "../../../../src/ui/text-field.tsx";
import { useSay } from "../use-say.ts";

const offered = Object.entries(languages).map(([value, label]) => ({ value: value as Language, label, lang: value }));

export const LockScene = () => {
  const say = useSay();
  const { language, choose } = useLanguage();
  const [account, setAccount] = useState("volunteer");
  const [secret, setSecret] = useState("");
  return (
    <Page title={say("Good morning", "Доброго ранку")}>
      <TextField
        id="account"
        label={say("Account", "Обліковий запис")}
        value={account}
        onChange={setAccount}
        autoCapitalize="none"
      />
      <PasswordField id="secret" label={say("Passphrase", "Парольна фраза")} value={secret} onChange={setSecret} />
      <Button look="primary" wide>
        {say("Unlock", "Розблокувати")}
      </Button>
      <ChoiceChips
        id="language"
        label={say("Language", "Мова")}
        options={offered}
        value={language}
        onChange={(chosen) => void choose(chosen)}
      />
    </Page>
  );
};
