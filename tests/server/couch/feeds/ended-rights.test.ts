import { afterEach, beforeEach, expect, test } from "vitest";
import { startCouch, type TestCouch } from "../support/start-couch.ts";

let couch: TestCouch;
beforeEach(async () => {
  couch = await startCouch();
  await couch.send("PUT", "/a");
  await couch.send("PUT", "/a/_security", { body: { members: { roles: ["volunteer"] } } });
  await saveAnna({ roles: ["volunteer"] });
});
afterEach(() => couch.close());

const path = "/_users/org.couchdb.user:anna";
const saveAnna = async (change: object): Promise<void> => {
  const { status, body } = await couch.send("GET", path);
  const before = status === 200 ? body : { name: "anna", type: "user", password: "right" };
  expect((await couch.send("PUT", path, { body: { ...before, ...change } })).status).toBe(201);
};
const cookieOfAnna = async (): Promise<string> => {
  const body = { name: "anna", password: "right" };
  return (await couch.send("POST", "/_session", { body, as: "" })).headers.getSetCookie()[0]?.split(";")[0] ?? "";
};
const basic = `Basic ${Buffer.from("anna:right").toString("base64")}`;

const ends: [what: string, end: () => Promise<unknown>][] = [
  ["the account ends", () => saveAnna({ roles: [], password: "a secret of nobody" })],
  ["the password is changed", () => saveAnna({ password: "newer" })],
  ["the role is taken away", () => saveAnna({ roles: ["driver"] })],
  ["the account is deleted", async () => saveAnna({ _deleted: true }).catch(() => undefined)],
  ["the database is closed to it", () => couch.send("PUT", "/a/_security", { body: { members: { roles: ["lead"] } } })],
];

for (const [what, end] of ends)
  test.each(["continuous", "longpoll", "eventsource"])(
    `Nothing comes any more in a feed (%s) once ${what}`,
    async (feed) => {
      for (const headers of [{ cookie: await cookieOfAnna() }, { authorization: basic }]) {
        const query = `feed=${feed}&since=now&include_docs=true&heartbeat=60000`;
        const answer = await fetch(`${couch.base}/a/_changes?${query}`, { headers });
        expect(answer.status).toBe(200);
        await end();
        await couch.send("POST", "/a", { body: { text: "afterwards" } });
        // It ends by itself, long before its heartbeat.
        expect(await answer.text()).not.toContain("afterwards");
        await couch.send("PUT", "/a/_security", { body: { members: { roles: ["volunteer"] } } });
        await saveAnna({ roles: ["volunteer"], password: "right" });
      }
    },
  );

test("A feed ends without a write, too, and one that may go on goes on", async () => {
  const headers = { authorization: basic };
  const ending = await fetch(`${couch.base}/a/_changes?feed=continuous&since=now&heartbeat=60000`, { headers });
  const staying = await couch.listen("/a/_changes?feed=continuous&since=now&heartbeat=60000");
  await saveAnna({ roles: [], password: "a secret of nobody" });
  await ending.text();
  await couch.send("POST", "/a", { body: { text: "afterwards" } });
  const reader = staying.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  while (!heard.includes("changes")) heard += (await reader?.read())?.value ?? "";
  await reader?.cancel();
});
