import { AsyncLocalStorage } from "node:async_hooks";
import { name, optional } from "../../../src/domain/model/field.ts";
import { defineKind, type Kind } from "../../../src/domain/model/kind.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import type { Build } from "./phone.ts";

const { otherNames: _unknown, ...known } = person.fields;

/** The person as an app two versions apart from the newest, one between, and the newest know it. */
const people = {
  /** Does not know a field whose values are joined. */
  oldest: defineKind("person", 1, ["site"], known),
  present: person,
  /** Reads a field out of another one, and writes it. */
  newest: defineKind("person", 2, ["site"], { ...person.fields, calledName: optional(name()) }, [
    {
      to: 2,
      field: "calledName",
      make: ({ givenName }) => givenName,
      example: { before: { givenName: "Ганна" }, after: { givenName: "Ганна", calledName: "Ганна" } },
    },
  ]),
} satisfies Record<string, Kind>;

type Version = keyof typeof people;

const inUse = new AsyncLocalStorage<Version>();

/** What `kindNamed` answers in the version that runs just then. The server, from which every app comes, is of the newest. */
export const kindInUse = (name: string, present: Kind | undefined): Kind | undefined =>
  name === "person" ? people[inUse.getStore() ?? "newest"] : present;

const buildOf = (version: Version, fieldFor: Build["fieldFor"]): Build => ({
  within: (work) => inUse.run(version, work),
  fieldFor,
});

/** Three versions of the app side by side in one process. They need `kindNamed` replaced by `kindInUse`. */
export const builds: readonly Build[] = [
  buildOf("oldest", (field) => (field === "otherNames" ? undefined : field)),
  buildOf("newest", (field) => (field === "givenName" ? "calledName" : field)),
  buildOf("present", (field) => field),
];
