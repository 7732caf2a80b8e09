import { makeFieldConflict } from "../data/field-conflict.ts";
import type { TestServer } from "../server/a-server.ts";

type Row = { readonly id: string };

/** The address of each screen of a lead in Przemyśl, by name, on the demonstration data; two answers differ there afterwards. */
export const everyScreen = async (server: TestServer): Promise<Readonly<Record<string, string>>> => {
  const first = async (kind: string) => {
    const { rows } = await server.couch<{ rows: readonly Row[] }>(
      `site-przemysl/_all_docs?startkey="${kind}:"&endkey="${kind}:~"&limit=1`,
    );
    return rows[0]?.id.split(":")[1] ?? "";
  };
  const [person, group, stay, trip] = await Promise.all(["person", "group", "stay", "trip"].map(first));
  await makeFieldConflict(server, "site-przemysl", `person:${person}`, "originSettlement", ["Харків", "Суми"]);
  await makeFieldConflict(server, "site-przemysl", `stay:${stay}`, "keyNo", ["12", "14"]);
  const { roomId } = await server.couch<{ roomId: string }>(`site-przemysl/stay:${stay}`);
  const room = roomId.split(":")[1];
  return {
    arrivals: "/arrivals",
    register: "/arrivals/register/0000000000000000000000000x",
    interview: "/arrivals/register/0000000000000000000000000x/ask",
    practice: "/arrivals/practice",
    "practice-done": "/arrivals/practice/done",
    group: `/arrivals/group/${group}`,
    person: `/arrivals/person/${person}`,
    history: `/arrivals/person/${person}/history`,
    edit: `/arrivals/person/${person}/edit`,
    roster: "/roster",
    room: `/roster/room/${room}`,
    "bed-for": `/roster/bed-for/${person}`,
    resident: `/roster/person/${person}`,
    "resident-history": `/roster/person/${person}/history`,
    "resident-group": `/roster/group/${group}`,
    "roll-call": "/roster/roll-call",
    transport: "/transport",
    "plan-trip": "/transport/plan",
    trip: `/transport/${trip}`,
    "add-passengers": `/transport/${trip}/add`,
    scan: "/scan",
    "print-cards": "/scan/print",
    "attach-card": `/scan/for/person/${person}`,
    settings: "/settings",
    "first-steps": "/settings/first-steps",
    sync: "/sync",
    acts: "/sync/acts",
    shift: "/sync/shift",
    "read-in": "/sync/read-in",
    record: `/sync/record/site-przemysl/person:${person}`,
    repair: `/sync/record/site-przemysl/person:${person}/repair`,
    children: "/children",
    conflicts: "/conflicts",
    duplicates: "/arrivals/duplicates",
    unknown: "/nowhere",
  };
};
