import { useDeferredValue, useMemo } from "react";
import { readAge } from "../../domain/dates/read-age.ts";
import type { IntakePerson } from "../../domain/intake/intake-form.ts";
import type { Id } from "../../domain/model/field.ts";
import { cleanName } from "../../domain/names/clean-name.ts";
import { languageOfName } from "../../domain/names/person-name.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Alike, Asked } from "../../live/duplicates/alike-index.ts";
import { useAlike } from "../../live/duplicates/use-alike.ts";
import { useToday } from "../../live/use-today.ts";
import { Button } from "../../ui/actions/button.tsx";
import { Link } from "../../ui/actions/link.tsx";
import { LinkButton } from "../../ui/actions/link-button.tsx";
import { Notice } from "../../ui/feedback/notice.tsx";
import { Row } from "../../ui/page/row.tsx";
import { Stack } from "../../ui/page/stack.tsx";
import { usePersonFacts } from "../use-person-facts.ts";

export type AlikeStripProps = {
  readonly site: string;
  readonly person: IntakePerson;
  /** Of the group: its surname and telephone number as typed, and the id that it has or gets. */
  readonly group: { readonly id: Id<"group">; readonly surname: string; readonly phone: string };
  /** The page of somebody who is registered. */
  readonly hrefOf: (personId: string) => string;
  readonly onChange: (change: Pick<IntakePerson, "notSame">) => void;
};

/**
 * Whom of those who are registered a typed person may be, the likeliest alone, and why. It keeps nobody from saving; what was typed is kept as a draft
 * when one goes to the record. Who was said to be somebody else is not named again.
 */
export const AlikeStrip = ({ site, person, group, hrefOf, onChange }: AlikeStripProps) => {
  const alike = useAlike(site, useDeferredValue(useAsked(person, group)));
  const known = person.notSame ?? [];
  const first = alike.find(({ personId }) => !known.includes(personId));
  if (!first) return null;
  const { personId } = first;
  const onOther = () => onChange({ notSame: [...known, personId] });
  return <Named site={site} alike={first} href={hrefOf(personId)} onOther={onOther} />;
};

type NamedProps = {
  readonly site: string;
  readonly alike: Alike;
  readonly href: string;
  readonly onOther: () => void;
};

const Named = ({ site, alike, href, onOther }: NamedProps) => {
  const t = useT();
  const found = usePersonFacts(site, alike.personId);
  if (!found) return null;
  const { person, name, facts } = found;
  return (
    <Notice kind="warning" title={t(alike.verdict === "probably" ? "alike.probably" : "alike.maybe")}>
      <Stack>
        <p>
          <Link href={href} lang={languageOfName(person.familyName ?? person.givenName)}>
            {name}
          </Link>
          , {facts} — {reasonsIn(t, alike)}
        </p>
        <Row>
          <LinkButton href={href} icon="check">
            {t("alike.same")}
          </LinkButton>
          <Button icon="close" onPress={onOther}>
            {t("alike.other")}
          </Button>
        </Row>
      </Stack>
    </Notice>
  );
};

const reasonsIn = (t: ReturnType<typeof useT>, { reasons }: Alike): string =>
  reasons.map((reason) => t(`alike.reason.${reason}`)).join(", ");

/** What is compared, the same until something of it is typed anew; nothing before there is a name. */
const useAsked = (person: IntakePerson, group: AlikeStripProps["group"]): Asked | undefined => {
  const today = useToday();
  const { sex, band, age } = person;
  const familyName = cleanName(person.familyName || group.surname).name;
  const givenName = cleanName(person.givenName).name;
  return useMemo(() => {
    if (givenName.length < 2 || familyName.length < 2) return undefined;
    const read = readAge(age, today);
    const birth = read.ok ? read.value : undefined;
    const described = {
      ...{ familyName, givenName, sex, groupId: group.id },
      birth: birth ?? (band === "unknown" ? { precision: "unknown" as const } : { precision: "band" as const, band }),
    };
    return { described, phone: group.phone, on: today };
  }, [familyName, givenName, sex, band, age, group.id, group.phone, today]);
};
