import "../../support/server/cheap-passwords.ts";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { saveAccount } from "../../../server/accounts/accounts.ts";
import { keepBuilds } from "../../../server/web/app/keep-builds.ts";
import { routeOf } from "../../../server/web/request-log.ts";
import { startFront, startUpstream } from "./support/start-front.ts";

const folder = mkdtempSync(join(tmpdir(), "prystan-builds-"));
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

test("The files of the last five builds are kept, and no others", () => {
  const [app, kept] = [join(folder, "app"), join(folder, "kept")];
  for (let build = 1; build <= 7; build++) {
    rmSync(app, { recursive: true, force: true });
    mkdirSync(join(app, "assets"), { recursive: true });
    writeFileSync(join(app, "assets", `index-build00${build}.js`), `${build}`);
    writeFileSync(join(app, "assets", "react-same0000.js"), "react");
    keepBuilds(app, kept);
    keepBuilds(app, kept);
  }
  expect(readdirSync(join(kept, "assets")).sort()).toEqual([
    ...[3, 4, 5, 6, 7].map((build) => `index-build00${build}.js`),
    "react-same0000.js",
  ]);
});

test("A phone with an older app gets the files of its own build", async () => {
  const [app, kept] = [join(folder, "new"), join(folder, "old")];
  for (const [place, name] of [
    [app, "index-newnewne.js"],
    [kept, "index-oldoldol.js"],
  ] as const) {
    mkdirSync(join(place, "assets"), { recursive: true });
    writeFileSync(join(place, "assets", name), "export {};");
  }
  const front = await startFront({ app: [app, kept] });
  for (const name of ["index-newnewne.js", "index-oldoldol.js"])
    expect((await fetch(`${front.address}/assets/${name}`)).status).toBe(200);
  expect((await fetch(`${front.address}/assets/index-nonenone.js`)).status).toBe(404);
  await front.close();
});

test.each([
  ["/db/site-medyka/person:01h?rev=1-a", "/db/site/:id"],
  ["/db/site-medyka/_changes?feed=longpoll", "/db/site/_changes"],
  ["/db/_users/org.couchdb.user:olena", "/db/_users/:id"],
  ["/db/_users/_local/olena", "/db/_users/_local/:id"],
  ["/db/olena-shevchenko", "/db/:db"],
  ["/db/_session?name=olena", "/db/_session"],
  ["/olena", "/:name"],
  ["/assets/index-BpBC51Hk.js", "/assets/:name"],
])("The log says of %s only %s", (url, route) => {
  expect(routeOf(url)).toBe(route);
});

test("Attack A21: no name is in anything the server says, whatever happens", async () => {
  const front = await startFront({ mostAnonymous: 50 });
  const canary = "Kanarenko";
  await saveAccount(front.couch, { name: canary.toLowerCase(), roles: [], passphrase: canary });
  const ask = (path: string, init?: RequestInit) => fetch(front.address + path, init).then((answer) => answer.text());
  const json = { "content-type": "application/json", authorization: `Basic ${btoa(`${canary}:${canary}`)}` };
  await ask(`/${canary}?q=${canary}`);
  await ask(`/db/${canary}/${canary}?${canary}=1`);
  await ask("/db/_session", { method: "POST", headers: json, body: `{"name":"${canary}","password":"${canary}"}` });
  await ask(`/db/directory/${canary}`, { method: "PUT", headers: json, body: `{"name":"${canary}",}` });
  await ask(`/db/_utils/${canary}`, { headers: { referer: `http://x/${canary}`, "user-agent": canary } });
  await ask("/csp-report", {
    method: "POST",
    headers: { "content-type": "application/reports+json" },
    body: JSON.stringify([{ body: { effectiveDirective: "script-src", blockedURL: canary } }]),
  });
  for (let request = 0; request < 60; request++) await ask(`/db/${canary}`);
  await front.close();
  const said = JSON.stringify(front.said);
  expect(front.said.length).toBeGreaterThan(60);
  expect(said).toContain("/db/:db/:id");
  expect(said).toContain("script-src");
  expect(said).toContain("429");
  expect(said.toLowerCase()).not.toContain(canary.toLowerCase());
  expect(said).not.toContain(btoa(`${canary}:${canary}`));
});

test("The server ends while phones wait", async () => {
  const upstream = await startUpstream();
  for (const front of [await startFront(), await startFront({ upstream: upstream.url })]) {
    await front.couch.put("directory", undefined);
    const authorization = `Basic ${btoa("admin:admin")}`;
    const path = `${front.address}/db/directory/_changes?feed=longpoll&timeout=86400000`;
    const feeds = await Promise.all(Array.from({ length: 50 }, () => fetch(path, { headers: { authorization } })));
    await front.close();
    await Promise.all(feeds.map((answer) => answer.text().catch(() => "cut")));
  }
  await upstream.stop();
});

test("/healthz says whether the store writes", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const upstream = await startUpstream();
  const front = await startFront({ upstream: upstream.url });
  const health = async () => {
    const answer = await fetch(`${front.address}/healthz`);
    return [answer.status, ((await answer.json()) as { status: string }).status];
  };
  expect(await health()).toEqual([503, "unavailable"]);
  await front.couch.put("directory", undefined);
  vi.advanceTimersByTime(2_100);
  expect(await health()).toEqual([200, "ok"]);
  await upstream.stop();
  vi.advanceTimersByTime(2_100);
  expect(await health()).toEqual([503, "unavailable"]);
  await front.close();
});
