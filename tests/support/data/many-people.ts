import { readDemoFiles } from "../../../server/demo/demo-data.ts";
import { type ImportPlan, planImport } from "../../../server/import/plan-import.ts";

type Person = {
  readonly id: string;
  readonly groupId: string;
  readonly familyName?: string;
  readonly familyNameLat?: string;
};
/** Names instead of the demonstration's, by a person's place. */
type Names = (place: number) => { readonly [name in "familyName" | "familyNameLat" | "givenName"]?: string };
type Group = {
  readonly id: string;
  readonly members: readonly string[];
  readonly focalPersonId: string;
  readonly linkedGroups?: unknown;
};

/** An import of at least `count` invented people at one site, the same every time: the demonstration's, over and over, each time under other surnames. */
export const planManyPeople = (count: number, site: string, named?: Names): ImportPlan => {
  const people = read<Person>("people.json");
  const groups = read<Group>("groups.json");
  const rounds = Math.ceil(count / people.length);
  const many = Array.from({ length: rounds }, (_, round) =>
    people.map((person, place) => ({
      ...renamed(people, person, place, round),
      ...named?.(place + round * people.length),
    })),
  );
  const manyGroups = Array.from({ length: rounds }, (_, round) => groups.map((group) => regrouped(group, round)));
  const plan = planImport(
    [
      { name: "people.json", text: lines(many.flat()) },
      { name: "groups.json", text: lines(manyGroups.flat()) },
    ],
    { today: "2026-11-22", site },
  );
  if (!plan.ok) throw new Error(JSON.stringify(plan.error.slice(0, 3)));
  return plan.value;
};

/** Borne by one in forty, so that a search finds more than a screen holds. */
const commonName = { familyName: "Коваленко", familyNameLat: "Kovalenko" };

const read = <R>(name: string): readonly R[] =>
  JSON.parse(readDemoFiles().find((file) => file.name === name)?.text ?? "[]");

const renamed = (people: readonly Person[], person: Person, place: number, round: number): object => {
  const donor = people[(place + round * 37) % people.length] ?? person;
  const { regNo: _regNo, docNumber: _docNumber, pesel: _pesel, ...rest } = person as Person & Record<string, unknown>;
  const { familyName, familyNameLat } = place % 40 === 0 ? commonName : donor;
  return {
    ...rest,
    id: `${person.id}-${round}`,
    groupId: `${person.groupId}-${round}`,
    ...(familyName && { familyName }),
    ...(familyNameLat && { familyNameLat }),
  };
};

const regrouped = (group: Group, round: number): object => {
  const { groupNo: _groupNo, linkedGroups: _linkedGroups, ...rest } = group as Group & { readonly groupNo?: string };
  return {
    ...rest,
    id: `${group.id}-${round}`,
    focalPersonId: `${group.focalPersonId}-${round}`,
    members: group.members.map((member) => `${member}-${round}`),
  };
};

const lines = (records: readonly object[]): string =>
  `[\n${records.map((record) => JSON.stringify(record)).join(",\n")}\n]\n`;
