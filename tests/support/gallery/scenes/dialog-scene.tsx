import { useState } from "react";
import { Button } from "../../../../src/ui/actions/button.tsx";
import { TextField } from "../../../../src/ui/fields/text/text-field.tsx";
import { ConfirmDialog } from "../../../../src/ui/overlays/confirm-dialog.tsx";
import { Sheet } from "../../../../src/ui/overlays/sheet.tsx";
import { Page } from "../../../../src/ui/page/page.tsx";
import { Row } from "../../../../src/ui/page/row.tsx";
import { useSay } from "../use-say.ts";

export const DialogScene = () => {
  const say = useSay();
  const [shown, show] = useState<"sheet" | "confirm" | undefined>(undefined);
  const [seat, setSeat] = useState("");
  const close = () => show(undefined);
  return (
    <Page title={say("Dialogs", "Діалоги")}>
      <Row>
        <Button onPress={() => show("sheet")}>{say("Open sheet", "Відкрити аркуш")}</Button>
        <Button onPress={() => show("confirm")}>{say("Leave", "Вийти")}</Button>
      </Row>
      <Sheet
        open={shown === "sheet"}
        title={say("Another seat", "Інше місце")}
        onClose={close}
        actions={
          <Button look="primary" onPress={close}>
            {say("Take this seat", "Зайняти це місце")}
          </Button>
        }
      >
        <TextField
          id="seat"
          label={say("Seat", "Місце")}
          entry="digits"
          width="short"
          value={seat}
          onChange={setSeat}
        />
      </Sheet>
      <ConfirmDialog
        open={shown === "confirm"}
        title={say("Let the bus leave with 41 of 42?", "Відпустити автобус із 41 з 42?")}
        confirmLabel={say("Let it leave", "Відпустити")}
        danger
        onConfirm={close}
        onCancel={close}
      >
        <p>
          {say(
            "Stepan is not on board. The dispatcher will be told.",
            "Степана немає на борту. Диспетчера буде повідомлено.",
          )}
        </p>
      </ConfirmDialog>
    </Page>
  );
};
