import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { auditFiles, headsIn } from "../../../server/audit/audit-files.ts";
import { headText } from "../../../server/audit/head.ts";
import { runCommand } from "../../../server/cli/run-command.ts";
import { type Running, serve } from "../../../server/serve.ts";
import { readSettings } from "../../../server/settings.ts";
import { aFolder, entriesIn } from "./a-chain.ts";

let folder: string;
let environment: NodeJS.ProcessEnv;
let said: string[];
let running: Running | undefined;

beforeEach(() => {
  folder = aFolder();
  environment = { DATA_DIR: folder, PORT: "1", ADMIN_USER: "admin", ADMIN_PASSWORD: "admin" };
  said = [];
});
afterEach(() => stop());

const run = async (...words: string[]) => {
  said = [];
  return runCommand(words, environment, (line) => said.push(line));
};
const text = () => said.join("\n");
const start = async () => {
  running = await serve({ ...readSettings(environment), port: 0 });
  environment = { ...environment, PORT: new URL(running.address).port };
};
const stop = async () => {
  await running?.stop();
  running = undefined;
  environment = { ...environment, PORT: "1" };
};
const files = () => auditFiles(folder);
const of = (id: string) => entriesIn(files()).filter((entry) => entry.id === id);
const entered = (id: string, count: number) => expect.poll(() => of(id).length).toBeGreaterThanOrEqual(count);

test("From a running server to a verdict: followed, signed at the stop, verified, shown; a change is given away", async () => {
  expect(await run("audit", "verify")).toBe(1);
  await start();
  await run("site", "add", "medyka", "--name", "Medyka", "--org", "fundacja");
  await run("user", "add", "olena", "--role", "lead:medyka");
  await entered("site:medyka", 1);
  await entered("org.couchdb.user:olena", 1);
  expect(await run("audit", "verify")).toBe(0);
  await stop();
  const [head] = headsIn(files());
  if (!head) throw new Error("no head was signed at the stop");
  const before = of("site:medyka").length;

  await start();
  await run("user", "end", "olena");
  await entered("org.couchdb.user:olena", 2);
  expect(await run("health")).toBe(0);
  expect(text()).toContain(`audit            ${headText(head)}`);
  await stop();
  expect(of("site:medyka")).toHaveLength(before);
  expect(headsIn(files()).length).toBe(2);

  const mail = join(folder, "mail.txt");
  writeFileSync(mail, `Hello\n${headText(head).replaceAll(" ", "\n")}\n`);
  for (const place of [mail, headText(head)]) {
    expect(await run("audit", "verify", "--head", place)).toBe(0);
    expect(text()).toMatch(/whole: \d+ entries, held against 3 heads/);
  }
  expect(await run("audit", "verify", "--head", "nothing of the kind")).toBe(2);
  expect(await run("audit", "show", "--record", "org.couchdb.user:olena")).toBe(0);
  expect(text()).toMatch(/\(no stamp\) +_users .*ended/);
  expect(await run("audit", "show", "--record", "person:nobody")).toBe(1);
  expect(await run("audit", "show")).toBe(2);

  const chain = readFileSync(files().chain, "utf8");
  writeFileSync(files().chain, chain.replace("site:medyka", "site:lublin"));
  expect(await run("audit", "verify")).toBe(1);
  expect(text()).toMatch(/broken: entry \d+ was altered/);
  writeFileSync(files().chain, chain.slice(0, chain.indexOf("\n") + 1));
  expect(await run("audit", "verify", "--head", mail)).toBe(1);
  expect(text()).toContain("ends before entry 2");
});
