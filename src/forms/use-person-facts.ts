import { warsawDay } from "../domain/dates/warsaw-time.ts";
import type { Person } from "../domain/model/kinds/person.ts";
import { useFormats } from "../i18n/use-formats.ts";
import { useT } from "../i18n/use-t.ts";
import { personWithGroup } from "../live/intake/people-of.ts";
import { placeOfPerson } from "../live/roster/place-of-person.ts";
import { useLive } from "../live/use-live.ts";
import { useToday } from "../live/use-today.ts";
import { usePersonLabels } from "./use-person-labels.ts";

/** “woman, 34 years · bed 12 · arrived 12:40 · with 2 people”: what tells somebody who is registered from a namesake. */
export const usePersonFacts = (site: string, personId: string): PersonFacts | undefined => {
  const t = useT();
  const words = usePersonLabels();
  const { time, day } = useFormats();
  const today = useToday();
  const found = useLive(personWithGroup, site, personId);
  const place = useLive(placeOfPerson, site, personId);
  if (!found) return undefined;
  const { person, group, companions } = found;
  const since = group?.arrivedAt ?? person.createdAt;
  const when = warsawDay(since) === today ? time(since) : day(since);
  const facts = [
    words.who(person),
    place?.isHeld && place.bed && t("alike.bed", { bed: place.bed.code }),
    t("alike.arrived", { when }),
    companions.length > 0 && t("alike.with", { count: companions.length }),
  ];
  return { person, name: words.name(person), facts: facts.filter(Boolean).join(" · ") };
};

export type PersonFacts = { readonly person: Person; readonly name: string; readonly facts: string };
