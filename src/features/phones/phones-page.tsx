import { useCallback, useEffect, useState } from "react";
import { err, type Result } from "../../domain/model/result.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useT } from "../../i18n/use-t.ts";
import { useLiveContext } from "../../live/live-context.tsx";
import { useLive } from "../../live/use-live.ts";
import { Loading } from "../../ui/feedback/loading.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Refusal } from "../../ui/feedback/refusal.tsx";
import { Page } from "../../ui/page/page.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { InviteSection } from "./invite-section.tsx";
import type { FetchPhones, ManagedPhone, ManagedPhones, PhoneActs, PhoneList, PhonesError } from "./managed-phone.ts";
import { PhoneCard } from "./phone-card.tsx";
import { siteNames } from "./sites-in-words.ts";
import { useWorkInWords } from "./use-work-in-words.ts";

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
  const { language } = useLanguage();
  const { author } = useLiveContext();
  const names = useLive(siteNames, language);
  const workInWords = useWorkInWords(names);
  const [list, setList] = useState<PhoneList>();
  const [refusal, setRefusal] = useState<PhonesError>();
  const ask = useCallback(
    <T, E>(question: (client: ManagedPhones) => Promise<Result<T, E>>) => phones().then(question, notFetched),
    [phones],
  );
  const load = useCallback(async () => {
    const answer = await ask((client) => client.list());
    setRefusal(answer.ok ? undefined : answer.error);
    if (answer.ok) setList(answer.value);
  }, [ask]);
  useEffect(() => void load(), [load]);

  const change = async <E,>(doing: (client: ManagedPhones) => Promise<Result<void, E>>) => {
    const done = await ask(doing);
    if (done.ok) await load();
    return done;
  };
  const acts: PhoneActs = {
    wipe: (device) => change((client) => client.wipe(device)),
    name: (device, name) => change((client) => client.name(device, name)),
    move: (move) => change((client) => client.move(move)),
    end: (account) => change((client) => client.end(account)),
  };
  const here = author().device;
  return (
    <Page title={t("lead.phones.title")} lede={t("lead.phones.lede")} back="/settings">
      <Stack>
        {leads && (
          <InviteSection
            site={leads}
            work={workInWords([`volunteer:${leads}`])}
            invite={(name, site) => ask((client) => client.invite(name, site))}
          />
        )}
        <Refusal error={refusal} />
        {!list && !refusal && <Loading label={t("app.opening")} />}
        {list?.at && <Notice kind="info">{t("lead.phones.asOf", { at: dayAndTime(list.at) })}</Notice>}
        <div className="p-phones">
          {withLast(list?.phones ?? [], here).map((phone) => (
            <PhoneCard
              key={phone.device}
              phone={phone}
              isHere={phone.device === here}
              isOwn={phone.account === self}
              work={workInWords(phone.roles ?? [])}
              acts={acts}
            />
          ))}
        </div>
      </Stack>
    </Page>
  );
};

const withLast = (phones: readonly ManagedPhone[], device: string): readonly ManagedPhone[] => [
  ...phones.filter((phone) => phone.device !== device),
  ...phones.filter((phone) => phone.device === device),
];

const notFetched = () => err<PhonesError>({ type: "NotReached" });
