import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { auditFiles } from "../../../server/audit/audit-files.ts";
import { type Audit, startAudit } from "../../../server/audit/start-audit.ts";
import { type CouchClient, connectCouch, type OperatorClient } from "../../../server/couch-client.ts";
import { startCouch, type TestCouch } from "../couch/support/start-couch.ts";
import { aFolder, entriesIn } from "./a-chain.ts";

let started: TestCouch;
let couch: OperatorClient;
let dataDir: string;
let audit: Audit;
let logged: object[];
/** How often the follower of the trip was told that there is no such database. */
let refused: number;

const watched = (): CouchClient => ({
  ...couch,
  get: async (path) => {
    const answer = await couch.get<never>(path);
    if (path.startsWith("trip-bus/_changes") && answer.status === 404) refused += 1;
    return answer;
  },
});

beforeEach(async () => {
  started = await startCouch();
  couch = connectCouch(started.base, { user: "admin", password: "admin" });
  [dataDir, logged, refused] = [aFolder(), [], 0];
  await couch.put("trip-bus", undefined);
  await couch.put("trip-bus/x:1", { text: "x" });
  audit = await startAudit(watched(), dataDir, (event) => logged.push(event));
});
afterEach(async () => {
  await audit.stop();
  couch.close();
  await started.close();
});

const isEntered = (id: string) =>
  vi.waitFor(() => expect(entriesIn(auditFiles(dataDir)).map((entry) => entry.id)).toContain(id), { timeout: 60_000 });
const isRefused = (times: number) =>
  vi.waitFor(() => expect(refused).toBeGreaterThanOrEqual(times), { timeout: 60_000 });

test("A database that is deleted is no failure of the audit, and one that is made anew under its name is read from its beginning", async () => {
  await isEntered("x:1");
  await couch.remove("trip-bus");
  await isRefused(1);
  await couch.put("trip-bus", undefined);
  await couch.put("trip-bus/x:2", { text: "y" });
  await isEntered("x:2");
  expect(logged).toEqual([]);
}, 120_000);

test("Nor is one that is made anew in the same moment", async () => {
  await isEntered("x:1");
  await couch.remove("trip-bus");
  await couch.put("trip-bus", undefined);
  await couch.put("trip-bus/x:3", { text: "z" });
  await isEntered("x:3");
  expect(logged).toEqual([]);
}, 120_000);
