import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../../src/domain/model/check-document.ts";
import type { Id } from "../../../src/domain/model/field.ts";
import { type KindName, type Kinds, kinds } from "../../../src/domain/model/kinds.ts";

const author = { by: "ann", device: "dev1", at: "2026-11-24T08:00:00.000Z" };
const least: Readonly<Partial<Record<KindName, object>>> = {
  person: { site: "medyka", recordState: "quick" },
  room: { site: "medyka", roomType: "family" },
  bed: { site: "medyka", roomId: "room:1" },
  stay: { site: "medyka", personId: "person:1" },
  trip: {
    site: "medyka",
    tripNo: "1",
    departAt: "2026-11-24T20:00:00.000Z",
    stops: [],
    seatsUsable: 8,
    status: "boarding",
  },
  line: { site: "medyka", tripId: "trip:1", status: "booked", passenger: { child: false } },
  scan: { site: "medyka", tripId: "trip:1", order: 1, at: author.at, by: author.by },
  vehicle: { plate: "RZ 1", plateCountry: "POL", plateKey: "RZ1", type: "van", seats: 8 },
  driver: { status: "approved" },
};

/** A valid document of a kind, with the least it needs and what the test is about. */
export const aDocument = <K extends KindName>(kind: K, key: string, content: object = {}): Kinds[K] => {
  const code = kind === "room" || kind === "bed" ? { code: key } : {};
  const id: Id = `${kind.replace("rollCall", "roll-call")}:${key}`;
  const document = firstVersion(kinds[kind], id, { ...least[kind], ...code, ...content }, author);
  const problems = checkDocument(kinds[kind], document);
  if (problems.length > 0) throw new Error(`${id}: ${JSON.stringify(problems)}`);
  return document as unknown as Kinds[K];
};
