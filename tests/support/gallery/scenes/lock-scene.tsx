import { useState } from "react";
import { Button } from "../../../../src/ui/actions/button.tsx";
import { LanguageChips } from "../../../../src/ui/fields/choice/language-chips.tsx";
import { PasswordField } from "../../../../src/ui/fields/text/password-field.tsx";
import { TextField } from "../../../../src/ui/fields/text/text-field.tsx";
import { Page } from "../../../../src/ui/page/page.tsx";
import { ThemeChips } from "../../../../src/ui/theme/theme-chips.tsx";
import { useSay } from "../use-say.ts";

export const LockScene = () => {
  const say = useSay();
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
      <LanguageChips id="language" />
      <ThemeChips id="theme" />
      <p>{say("Ask the lead of your shift.", "Зверніться до керівниці зміни.")}</p>
    </Page>
  );
};
