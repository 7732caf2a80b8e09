import "../../support/server/cheap-passwords.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../server/cli/run-command.ts";
import { type Running, serve } from "../../../server/serve.ts";
import { readSettings } from "../../../server/settings.ts";
import { aPhone } from "../../support/fleet/a-signed-in-phone.ts";
import { edit, register, site } from "../../support/fleet/people.ts";
import type { Phone } from "../../support/fleet/phone.ts";
import { addAccountIn, documentsIn, type TestServer } from "../../support/fleet/test-server.ts";
import { scale } from "../../support/runs/scale.ts";

let folder: string;
let running: Running | undefined;
let environment: NodeJS.ProcessEnv;
let phones: readonly Phone[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "prystan-drill-"));
  environment = { DATA_DIR: folder, PORT: "1", ADMIN_USER: "admin", ADMIN_PASSWORD: "admin" };
});
afterEach(async () => {
  for (const phone of phones) await phone.close();
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const run = (...words: string[]) => runCommand(words, environment, () => {});
const start = async () => {
  running = await serve({ ...readSettings(environment), port: 0 });
  environment = { ...environment, PORT: new URL(running.address).port };
};
const stop = async () => {
  await running?.stop();
  running = undefined;
  environment = { ...environment, PORT: "1" };
};

/** Wherever the server stands now. */
const server = {
  handle: async ({ method, path, headers = {}, body }) => {
    const answer = await fetch(`${running?.address}/db/${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body }),
    });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  },
  addAccount: (name, roles) => addAccountIn((running as Running).couch, name, roles),
} as Pick<TestServer, "handle" | "addAccount"> as TestServer;

const places = Array.from({ length: scale({ test: 12, soak: 40 }) }, (_, each) => each);
const stored = () => documentsIn((running as Running).couch, site);
const content = async () => new Map([...(await stored())].map(([id, { _rev, ...document }]) => [id, document]));

test("Restore drill: an older backup is put back, and every record of three phones is there again, whoever wrote it", async () => {
  await start();
  await run("site", "add", "medyka", "--name", "Medyka", "--org", "org-1");
  const [anna, ben, lead] = [
    await aPhone(server, "anna", ["volunteer:medyka"]),
    await aPhone(server, "ben", ["volunteer:medyka"]),
    await aPhone(server, "lead", ["lead:medyka"]),
  ];
  const gone = await aPhone(server, "gone", ["volunteer:medyka"]);
  phones = [anna, ben, lead, gone];
  const all = async () => {
    for (const phone of phones) await phone.sync();
    for (const phone of phones) await phone.sync();
  };
  for (const place of places) await register(anna, `before${place}`);
  await all();
  expect(await run("backup", join(folder, "old.sqlite"))).toBe(0);

  for (const place of places) {
    await register(phones[place % 4] as Phone, `after${place}`);
    await edit(lead, `before${place}`, { familyName: `Коваль ${place}` });
  }
  await all();
  for (const place of places) await edit(ben, `after${place}`, { sex: "f" });
  await all();
  const before = await content();
  expect(before.size).toBe(2 * places.length);
  await gone.close();
  phones = [anna, ben, lead];

  await stop();
  expect(await run("restore", join(folder, "old.sqlite"), "--force")).toBe(0);
  await start();
  expect((await stored()).size).toBe(places.length);
  // The lead's phone lies in a drawer: volunteers alone bring back what others wrote.
  for (const phone of [anna, ben]) await phone.sync();
  expect(await content()).toEqual(before);
  await lead.sync();
  await anna.sync();
  expect(await content()).toEqual(before);
  for (const phone of phones) expect(phone.status).toMatchObject({ unsent: 0, refused: 0 });
});
