// Makes the demo's extract from the synthetic samples: node server/demo/extract-demo.mjs <samples folder>
// Takes all sites, some 250 people in whole groups at Medyka, Przemyśl and Rzeszów, their present stays, and four trips of
// the day. What the importer leaves out anyway (documents, health answers) does not even reach the repository.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
if (!folder) throw new Error("usage: node server/demo/extract-demo.mjs <samples folder>");
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const [sites, people, groups, stays, trips] = [
  "sites.json",
  "people-5000.json",
  "groups.json",
  "stays.json",
  "trips.json",
].map(read);

const wantedPeople = 250;
const personById = new Map(people.map((person) => [person.id, person]));
const groupById = new Map(groups.map((group) => [group.id, group]));
const staying = (stay) => ["in", "leave", "hospital"].includes(stay.status);

// trips: one coach and one van that are boarding, a car on the road with a child who must be handed over, one planned
const toBoarding = (trip) => {
  const { departedAt, headcounts, ...rest } = trip;
  const lines = trip.lines.map(({ safeArrival, ...line }, at) => ({ ...line, status: at < 2 ? "boarded" : "booked" }));
  return { ...rest, status: "boarding", lines };
};
const tripById = new Map(trips.trips.map((trip) => [trip.id, trip]));
const chosenTrips = [tripById.get("TR24"), toBoarding(tripById.get("TR22")), tripById.get("TR18"), tripById.get("TR25")];

// groups: those on the trips, those of a child alone, then residents of Rzeszów and the last arrivals at the border
const chosen = new Set();
const size = () => [...chosen].reduce((sum, id) => sum + groupById.get(id).members.length, 0);
const take = (ids, until) => {
  for (const id of ids) if (size() < until) chosen.add(id);
};
const latest = [...groups].reverse();
take(chosenTrips.flatMap(({ lines }) => lines.flatMap((line) => line.groupId ?? [])), 1000);
take(["P02145", "P03041"].map((id) => personById.get(id).groupId), 1000);
take(stays.stays.filter((stay) => stay.siteId === "S2" && staying(stay)).map((stay) => stay.groupId), 185);
take(stays.stays.filter((stay) => stay.siteId === "S6" && staying(stay)).map((stay) => stay.groupId), 205);
take(latest.filter((group) => group.siteId === "S1" && group.intent !== "transit").map((group) => group.id), 235);
take(latest.filter((group) => group.siteId === "S6").map((group) => group.id), wantedPeople);

const without = (record, fields) => Object.fromEntries(Object.entries(record).filter(([name]) => !fields.includes(name)));
const notImported = ["nameLang", "latSpelling", "docType", "docSeen", "docNumber", "pesel", "wg", "device", "note"];
const demoGroups = groups
  .filter((group) => chosen.has(group.id))
  .map((group) => {
    const linkedGroups = group.linkedGroups?.filter(({ groupId }) => chosen.has(groupId));
    return linkedGroups?.length ? { ...group, linkedGroups } : without(group, ["linkedGroups"]);
  });
const focal = new Set(demoGroups.map((group) => group.focalPersonId));
const demoPeople = people
  .filter((person) => chosen.has(person.groupId))
  .map((person) => without(person, focal.has(person.id) ? notImported : [...notImported, "phones"]));
const here = new Set(demoPeople.map((person) => person.id));

const demoStays = stays.stays.filter((stay) => here.has(stay.personId) && staying(stay));
const stayIds = new Set(demoStays.map((stay) => stay.id));
const demoEvents = stays.events
  .filter((event) => stayIds.has(event.stayId))
  .map((event) => without(event, ["roomId", "bedId", "keyReturned", "withAdult", "fromBed", "toBed", "why", "offline"]));
const residents = new Set(demoStays.map((stay) => stay.personId));
const rollCall = stays.rollCalls.filter((call) => call.siteId === "S2").at(-1);
const entries = rollCall.entries.filter(([person]) => residents.has(person));

const drivers = new Set(chosenTrips.flatMap((trip) => trip.driverIds));
const vehicles = new Set(chosenTrips.map((trip) => trip.vehicleId));
const demoDrivers = trips.drivers
  .filter((driver) => drivers.has(driver.id) || driver.status !== "approved")
  .map((driver) => (driver.id === "DR01" ? { ...driver, account: "driver" } : driver))
  .map((driver) => without(driver, ["document", "suspendedFrom"]));

const rows = (list) => `[\n${list.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
const save = (name, text) => writeFileSync(new URL(name, import.meta.url), `${text}\n`);
save("sites.json", `{"organisations":${rows(sites.organisations)},\n"sites":${rows(sites.sites)}}`);
save("people.json", rows(demoPeople));
save("groups.json", rows(demoGroups));
save(
  "stays.json",
  `{"stays":${rows(demoStays)},\n"events":${rows(demoEvents)},\n"rollCalls":${rows([{ ...rollCall, expectedCount: entries.length, entries }])}}`,
);
save(
  "trips.json",
  `{"drivers":${rows(demoDrivers)},\n"vehicles":${rows(trips.vehicles.filter(({ id }) => vehicles.has(id) || id === "VH11"))},\n"trips":${rows(chosenTrips)}}`,
);
console.log(`${demoPeople.length} people in ${demoGroups.length} groups, ${demoStays.length} stays, ${chosenTrips.length} trips`);
