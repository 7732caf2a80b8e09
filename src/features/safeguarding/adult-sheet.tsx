import { useState } from "react";
import { type CodeOf, codes } from "../../domain/model/codes.ts";
import type { Person } from "../../domain/model/kinds/person.ts";
import { isKnownAdult } from "../../domain/safeguarding/company.ts";
import {
  type ConfirmAdultError,
  confirmAdult,
  confirmOfAge,
  mayBeOfAge,
} from "../../domain/safeguarding/confirmation.ts";
import { usePersonLabels } from "../../forms/use-person-labels.ts";
import { useCodeLabel } from "../../i18n/use-code-label.ts";
import { useErrorText } from "../../i18n/use-error-text.ts";
import { useT } from "../../i18n/use-t.ts";
import { groupOfPerson } from "../../live/intake/group-view.ts";
import { useLive } from "../../live/use-live.ts";
import { useToday } from "../../live/use-today.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { ChoiceChips } from "../../ui/fields/choice/choice-chips.tsx";
import { SelectField } from "../../ui/fields/choice/select-field.tsx";
import { TextField } from "../../ui/fields/text/text-field.tsx";
import { Sheet } from "../../ui/overlays/sheet.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { useProtect } from "./use-protect.ts";

type AdultSheetProps = { readonly child: Person; readonly onClose: () => void };

const somebodyElse = "";

/** The adult whom a child may leave with, by what right, and the paper in which that was seen. */
export const AdultSheet = ({ child, onClose }: AdultSheetProps) => {
  const t = useT();
  const label = useCodeLabel();
  const errorText = useErrorText();
  const words = usePersonLabels();
  const today = useToday();
  const adults = useLive(groupOfPerson, child.site, child._id).filter((one) => isKnownAdult(one, today));
  const { note: save, refusal } = useProtect<ConfirmAdultError>(child.site);
  const [chosen, setChosen] = useState<string>();
  const [typed, setTyped] = useState("");
  const [basis, setBasis] = useState<CodeOf<"childTravelBasis">>();
  const [papers, setPapers] = useState<CodeOf<"relationEvidence">>();
  const [about, setAbout] = useState("");
  const known = adults.find(({ _id }) => _id === chosen);
  const isNamed = adults.length === 0 || chosen === somebodyElse;
  const name = known ? words.name(known) : isNamed ? typed : "";
  const answer = { adult: { id: known?._id, name }, basis, papers, note: about };
  const confirm = async () => {
    const said = t("safeguarding.adult.said", { name });
    if (await save([(id, doing) => confirmAdult(child, id, answer, doing)], said)) onClose();
  };
  const ofAge = async () => {
    const said = t("safeguarding.adult.ofAgeSaid");
    if (await save([(id, doing) => confirmOfAge(child, id, papers, today, doing)], said)) onClose();
  };
  const problem = (type: ConfirmAdultError["type"], isOpen: boolean) =>
    refusal?.type === type && isOpen ? errorText(refusal) : undefined;
  return (
    <Sheet
      open
      title={t("safeguarding.adult.title")}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" wide icon="check" onPress={() => void confirm()}>
            {t("safeguarding.adult.save")}
          </Button>
          {mayBeOfAge(child, today) && (
            <Button look="quiet" wide onPress={() => void ofAge()}>
              {t("safeguarding.adult.ofAge")}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {refusal && !atField.has(refusal.type) && <Refusal error={refusal} />}
        <Notice kind="warning">{t("safeguarding.adult.warning")}</Notice>
        {adults.length > 0 && (
          <ChoiceChips
            id="adult-who"
            label={t("safeguarding.adult.who")}
            error={problem("AdultMissing", chosen === undefined)}
            options={[
              ...adults.map((one) => ({
                value: one._id as string,
                label: words.name(one),
                hint: words.who(one),
              })),
              { value: somebodyElse, label: t("safeguarding.adult.other") },
            ]}
            value={chosen}
            onChange={setChosen}
          />
        )}
        {isNamed && (
          <TextField
            id="adult-name"
            label={t("safeguarding.adult.name")}
            error={problem("AdultMissing", true)}
            entry="name"
            maxLength={120}
            value={typed}
            onChange={setTyped}
          />
        )}
        <SelectField
          id="adult-basis"
          label={t("safeguarding.adult.basis")}
          error={problem("BasisMissing", !basis)}
          options={codes.childTravelBasis
            .filter((value) => value !== "none")
            .map((value) => ({ value, label: label("childTravelBasis", value) }))}
          value={basis}
          onChange={setBasis}
        />
        <SelectField
          id="adult-papers"
          label={t("safeguarding.adult.papers")}
          error={problem("PapersNotSeen", !papers)}
          options={codes.relationEvidence.map((value) => ({ value, label: label("relationEvidence", value) }))}
          value={papers}
          onChange={setPapers}
        />
        {papers === "other" && (
          <TextField
            id="adult-about"
            label={t("safeguarding.adult.note")}
            error={problem("WordsMissing", true)}
            maxLength={200}
            value={about}
            onChange={setAbout}
          />
        )}
      </Stack>
    </Sheet>
  );
};

/** Said at the field that they are about. */
const atField: ReadonlySet<string> = new Set(["AdultMissing", "BasisMissing", "PapersNotSeen", "WordsMissing"]);
