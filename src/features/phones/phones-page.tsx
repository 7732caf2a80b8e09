import { useCallback, useEffect, useState } from "react";
import { err, type Result } from "../../domain/model/result.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { InviteSection } from "./invite-section.tsx";
import type { FetchPhones, ManagedPhones, PhoneList, PhonesError } from "./managed-phone.ts";
import { PhoneCard } from "./phone-card.tsx";

type Props = {
  readonly phones: FetchPhones;
  readonly self: string;
  /** The site that new volunteers are invited to; nothing where somebody leads none. */
  readonly leads: string | undefined;
};

/** Which phones work for this site, when each was last heard, and what to do when one is lost. */
export const PhonesPage = ({ phones, self, leads }: Props) => {
  const t = useT();
  const { dayAndTime } = useFormats();
  const [list, setList] = useState<PhoneList>();
  const [refusal, setRefusal] = useState<PhonesError>();
  const ask = useCallback(
    <T,>(question: (client: ManagedPhones) => Promise<Result<T, PhonesError>>) => phones().then(question, notFetched),
    [phones],
  );
  const load = useCallback(async () => {
    const answer = await ask((client) => client.list());
    setRefusal(answer.ok ? undefined : answer.error);
    if (answer.ok) setList(answer.value);
  }, [ask]);
  useEffect(() => void load(), [load]);

  const act = async (doing: (client: ManagedPhones) => ReturnType<ManagedPhones["wipe"]>) => {
    const done = await ask(doing);
    if (done.ok) await load();
    else setRefusal(done.error);
  };
  return (
    <Page title={t("lead.phones.title")} lede={t("lead.phones.lede")} back="/settings">
      <Stack>
        {leads && <InviteSection site={leads} invite={(name, site) => ask((client) => client.invite(name, site))} />}
        <Refusal error={refusal} />
        {!list && !refusal && <Loading label={t("app.opening")} />}
        {list?.at && <Notice kind="info">{t("lead.phones.asOf", { at: dayAndTime(list.at) })}</Notice>}
        {list?.phones.map((phone) => (
          <PhoneCard
            key={phone.device}
            phone={phone}
            isOwn={phone.account === self}
            onWipe={() => void act((client) => client.wipe(phone.device))}
            onEnd={() => void act((client) => client.end(phone.account))}
          />
        ))}
      </Stack>
    </Page>
  );
};

const notFetched = () => err<PhonesError>({ type: "NotReached" });
