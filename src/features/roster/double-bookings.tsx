import { usePersonWords } from "../../forms/use-person-words.ts";
import { useFormats } from "../../i18n/use-formats.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Resident, RosterView } from "../../live/roster-view.ts";
import { LinkButton } from "../../ui/link-button.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Stack } from "../../ui/stack.tsx";
import { bedForAddress } from "./addresses.ts";
import { bedById } from "./bed-by-id.ts";
import { checkedInAt } from "./checked-in-at.ts";

/** One bed given twice by phones that could not see each other: told in plain words, settled with a tap. */
export const DoubleBookings = ({ view }: { readonly view: RosterView }) => {
  if (view.doubles.length === 0) return null;
  return (
    <Stack>
      {view.doubles.map((stays) => (
        <DoubleBooking
          key={stays[0]?.bedId}
          bed={bedById(view, stays[0]?.bedId)?.code ?? "?"}
          residents={stays.flatMap(({ personId }) => view.residents.get(personId) ?? []).sort(earlierFirst)}
        />
      ))}
    </Stack>
  );
};

const DoubleBooking = ({ bed, residents }: { readonly bed: string; readonly residents: readonly Resident[] }) => {
  const t = useT();
  const words = usePersonWords();
  const { and, dayAndTime } = useFormats();
  const [first, ...later] = residents;
  const told = residents.map((resident) => {
    const at = checkedInAt(resident);
    return at ? `${words.name(resident.person)} (${dayAndTime(at)})` : words.name(resident.person);
  });
  return (
    <Notice
      kind="warning"
      title={t("roster.double.title", { bed })}
      action={
        <Stack space="tight">
          {[...later, ...(first ? [first] : [])].map(({ person }) => (
            <LinkButton key={person._id} href={bedForAddress(person._id)} icon="bed">
              {t("roster.double.move", { name: words.name(person) })}
            </LinkButton>
          ))}
        </Stack>
      }
    >
      <p>{t("roster.double.text", { names: and(told) })}</p>
      {first && <p>{t("roster.double.first", { name: words.name(first.person) })}</p>}
    </Notice>
  );
};

const earlierFirst = (a: Resident, b: Resident): number => ((checkedInAt(a) ?? "") < (checkedInAt(b) ?? "") ? -1 : 1);
