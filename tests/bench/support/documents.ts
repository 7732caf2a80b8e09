import { serverPassword } from "../../../src/device/keyring/server-password.ts";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../../src/domain/model/check-document.ts";
import type { Id } from "../../../src/domain/model/field.ts";
import type { Kind } from "../../../src/domain/model/kind.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { newId } from "../../../src/domain/model/new-id.ts";

const device = "benchphone1";
const minute = 60_000;

/** What somebody types into the app, and what the app says to the server in its place. */
export const someSecrets = async (account: string) => {
  const passphrase = "amber bridge lantern seven";
  return { passphrase, password: await serverPassword(account, passphrase) };
};

/** Valid people of a site as the app makes them, about 600 bytes each, by one account. `first` numbers them, so that no two are alike. */
export const somePeople = (count: number, { site, by, first = 0 }: { site: string; by: string; first?: number }) =>
  Array.from({ length: count }, (_, place) => aPerson(first + place, site, by));

/** The same people as a form hands them to the writer. */
export const someDrafts = (count: number, { site, first = 0 }: { site: string; first?: number }): NewDocument[] =>
  Array.from({ length: count }, (_, place) => ({
    kind: "person",
    id: idOf("person", first + place),
    content: contentOf(first + place, site),
  }));

const aPerson = (number: number, site: string, by: string) => {
  const at = new Date(Date.now() - minute).toISOString();
  const content = contentOf(number, site);
  return valid(kinds.person, firstVersion(kinds.person, idOf("person", number), content, { by, device, at }));
};

const contentOf = (number: number, site: string) => ({
  site,
  familyName: pick(["Шевченко", "Коваленко", "Бондаренко", "Мельник"], number),
  givenName: pick(["Олена", "Тарас", "Ірина", "Богдан", "Марія"], number),
  familyNameLat: pick(["Shevchenko", "Kovalenko", "Bondarenko", "Melnyk"], number),
  givenNameLat: pick(["Olena", "Taras", "Iryna", "Bohdan", "Mariia"], number),
  latSource: "kmu55",
  sex: pick(["f", "m"], number),
  birth: { precision: "day", date: `${1940 + (number % 80)}-05-12` },
  nationality: ["UKR"],
  languages: ["uk", "ru"],
  groupId: idOf("group", Math.floor(number / 3)),
  needFlags: ["pregnant"],
  recordState: "complete",
  source: "app",
  expiresAt: "2027-11-24",
});

/** An open site, as a coordinator puts it into `directory`. */
export const aSite = (slug: string) => {
  const author = { by: "coordinator", device, at: new Date(Date.now() - minute).toISOString() };
  const content = {
    site: slug,
    name: `Site ${slug}`,
    type: "shelter",
    orgId: "organisation:bench",
    protected: false,
    status: "open",
  };
  return valid(kinds.site, firstVersion(kinds.site, `site:${slug}`, content, author));
};

const valid = <D extends object>(kind: Kind, document: D): D => {
  const problems = checkDocument(kind, document);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return document;
};

const madeAt = Date.UTC(2026, 10, 24);

const idOf = <K extends string>(prefix: K, number: number): Id<K> =>
  newId(
    prefix,
    madeAt + number,
    Uint8Array.from({ length: 16 }, (_, place) => Math.imul(number + 1, 2_654_435_761) >>> (place * 2)),
  );

const pick = <T>(values: readonly T[], number: number): T => values[number % values.length] as T;
