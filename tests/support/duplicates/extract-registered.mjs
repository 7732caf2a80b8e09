/**
 * Takes over from a folder of invented people what the search for duplicates is measured with: `node extract-registered.mjs FOLDER`. Of each person what is
 * compared, in the order of their registration, and which pairs are known to be one person or to look like it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const folder = process.argv[2];
const read = (name) => readFileSync(`${folder}/${name}`, "utf8");
const people = JSON.parse(read("people-5000.json"));
const groups = new Map(JSON.parse(read("groups.json")).map((group) => [group.id, group]));
const byId = new Map(people.map((person) => [person.id, person]));

const birthOf = ({ dobPrecision, dob, statedAge, ageAsOf, ageBand }) => {
  if (dobPrecision === "age") return { precision: "age", age: statedAge, asOf: ageAsOf };
  if (dobPrecision === "band") return { precision: "band", band: ageBand };
  if (!dob) return { precision: "unknown" };
  return { precision: dob.length === 10 ? "day" : dob.length === 7 ? "month" : "year", date: dob };
};
const phoneOf = ({ groupId }) => byId.get(groups.get(groupId).focalPersonId)?.phones?.[0]?.raw;
const names = ["familyName", "givenName", "patronymic", "familyNameLat", "givenNameLat", "otherNames"];

const registered = people
  .toSorted((a, b) =>
    a.registeredAt < b.registeredAt ? -1 : a.registeredAt > b.registeredAt ? 1 : a.id < b.id ? -1 : 1,
  )
  .map((person) => ({
    id: person.id,
    at: person.registeredAt,
    phone: phoneOf(person),
    regNo: person.regNo,
    person: {
      groupId: person.groupId,
      ...Object.fromEntries(names.flatMap((name) => (person[name] ? [[name, person[name]]] : []))),
      sex: person.sex,
      birth: birthOf(person),
      originAdm1: person.originAdm1,
    },
  }));
const pairs = read("duplicates-truth.csv")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split(","))
  .map(([, one, other, same, kind]) => ({ one, other, isSame: same === "1", kind }));

const text = JSON.stringify({ registered, pairs });
writeFileSync(new URL("registered.json.br", import.meta.url), brotliCompressSync(text));
