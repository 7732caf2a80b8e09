import "./phone-card.css";
import { useState } from "react";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Badge } from "../../ui/display/badge.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Card } from "../../ui/page/card.tsx";
import { Row } from "../../ui/page/row.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import type { ManagedPhone, PhoneActs, PhonesError } from "./managed-phone.ts";
import { MoreActs } from "./more-acts.tsx";
import { NameSheet } from "./name-sheet.tsx";
import { ResetSection } from "./reset-section.tsx";

type Props = {
  readonly phone: ManagedPhone;
  /** The phone that is looking. */
  readonly isHere: boolean;
  readonly isOwn: boolean;
  /** What the account's work is, a line for each part. */
  readonly work: readonly string[];
  readonly acts: PhoneActs;
};

export const PhoneCard = ({ phone, isHere, isOwn, work, acts }: Props) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const [isNaming, setNaming] = useState(false);
  const [refusal, setRefusal] = useState<PhonesError>();
  const { account, label, name, lastAt, wipeAt, toldAt, hasEnded, reset } = phone;
  const rename = () => setNaming(true);
  return (
    <Card>
      {/* Two phones of one person would be two landmarks of one name. */}
      <section className="p-phone">
        <Stack space="tight">
          <Row>
            <h2>{account}</h2>
            {isHere && <Badge icon="phone">{t("lead.phones.self")}</Badge>}
          </Row>
          <div>
            {work.map((part) => (
              <p key={part}>{part}</p>
            ))}
            <p className="p-phone__meta">
              {name && (
                <>
                  <strong>
                    <bdi>{name}</bdi>
                  </strong>
                  {" · "}
                </>
              )}
              {label}
            </p>
            <p className="p-phone__meta">{t("lead.phones.contact", { at: dayAndTime(lastAt) })}</p>
          </div>
          {hasEnded && <p>{t("lead.phones.ended")}</p>}
          {toldAt && <p>{t("lead.phones.told", { at: dayAndTime(toldAt) })}</p>}
          {wipeAt && !toldAt && <p>{t("lead.phones.ordered", { at: dayAndTime(wipeAt) })}</p>}
          <Refusal error={refusal} />
          {reset && !wipeAt && !hasEnded && <ResetSection name={account} code={reset} />}
          {isHere ? (
            <Button icon="edit" wide onPress={rename}>
              {t("lead.phones.name.giveOwn")}
            </Button>
          ) : (
            <MoreActs phone={phone} isOwn={isOwn} acts={acts} onRename={rename} onRefused={setRefusal} />
          )}
        </Stack>
      </section>
      {isNaming && <NameSheet phone={phone} onSave={acts.name} onClose={() => setNaming(false)} />}
    </Card>
  );
};
