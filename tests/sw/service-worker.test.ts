import { copyFile, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { precacheOf, serviceWorker } from "../../sw/vite-plugin.ts";
import { sharedBrowser } from "../support/browser/chromium.ts";
import { buildGallery } from "../support/gallery/build-gallery.ts";
import { watchPage } from "../support/runs/evidence.ts";
import { type ServedFolder, serveFolder } from "../support/server/serve-folder.ts";

const project = fileURLToPath(new URL("../..", import.meta.url));
let folder: string;
let server: ServedFolder;
let context: BrowserContext;

/** The gallery with the worker of `sw/`, told from another build by what its page is called: its title is its screen's. */
const buildAs = async (name: string): Promise<string> => {
  const outDir = join(folder, name);
  const naming = {
    name: "name",
    transformIndexHtml: (html: string) => html.replace("<html ", `<html data-build="${name}" `),
  };
  await buildGallery(outDir, naming, serviceWorker());
  return outDir;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "prystan-sw-"));
  const first = await buildAs("First");
  await buildAs("Second");
  server = await serveFolder(first);
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

beforeEach(async () => {
  server.serve(join(folder, "First"));
  server.asked.length = 0;
  context = await (await sharedBrowser()).newContext({ locale: "en-GB" });
  context.on("page", watchPage);
  return () => context.close();
});

const open = async (path = "/"): Promise<Page> => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = window as unknown as { violations: string[] };
    seen.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => seen.violations.push(event.violatedDirective));
  });
  await page.goto(server.origin + path);
  await page.locator("h1").waitFor();
  return page;
};

const violationsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { violations: string[] }).violations);

/** As `sw/README.md` tells the app to. */
const register = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string } };
    };
    const address = trustedTypes.createPolicy("sw", { createScriptURL: () => "/sw.js" }).createScriptURL("");
    const ready = new Promise<void>((done) =>
      navigator.serviceWorker.addEventListener("message", (event) => event.data.type === "ready-offline" && done()),
    );
    await navigator.serviceWorker.register(address);
    await ready;
  });

test("Offline, after one visit, every page opens in every language", async () => {
  const page = await open("/?scene=lock&lang=en");
  await register(page);
  await context.setOffline(true);
  await page.goto(`${server.origin}/people/7?scene=lock&lang=en`);
  await page.getByRole("button", { name: "Unlock" }).waitFor();
  for (const [name, back] of [
    ["Українська", "Мова"],
    ["Polski", "Język"],
    ["Русский", "Язык"],
  ] as const) {
    await page.getByRole("radio", { name }).click();
    await page.getByRole("group", { name: back }).waitFor();
  }
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("ru");
});

test("The strict policy is never violated, by no scene", async () => {
  for (const scene of ["form", "error", "list", "state", "dialog", "lock"]) {
    const page = await open(`/?scene=${scene}&lang=en`);
    if (scene === "dialog") await page.getByRole("button", { name: "Open sheet" }).click();
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  }
  const page = await open();
  await page.evaluate(() =>
    document.body.append(Object.assign(document.createElement("style"), { textContent: "p {}" })),
  );
  expect(await violationsOf(page)).toEqual(["style-src-elem"]); // it does see one
});

test("What is the server’s goes to the network, always, and is in no cache", async () => {
  const page = await open("/?scene=lock&lang=en");
  await register(page);
  await page.reload();
  server.asked.length = 0;
  await page.evaluate(async () => {
    for (const path of ["/db/_session", "/db/site-medyka/_changes", "/healthz"]) await (await fetch(path)).text();
  });
  expect(server.asked).toEqual(["/db/_session", "/db/site-medyka/_changes", "/healthz"]);
  const cached = await page.evaluate(async () => {
    const caches = await Promise.all((await window.caches.keys()).map((name) => window.caches.open(name)));
    return (await Promise.all(caches.map((cache) => cache.keys()))).flat().map(({ url }) => new URL(url).pathname);
  });
  expect(cached).toContain("/index.html");
  expect(cached.filter((path) => path.startsWith("/db") || path === "/healthz")).toEqual([]);
  await page.goto(`${server.origin}/healthz`);
  expect(await page.textContent("body")).toContain("ok");
  await context.setOffline(true);
  expect(
    await page.evaluate(() =>
      fetch("/db/_session").then(
        () => "answered",
        () => "no network",
      ),
    ),
  ).toBe("no network");
});

const buildOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.build);

test("A new version waits, and takes over when the page says so", async () => {
  const page = await open("/?scene=lock&lang=en");
  await register(page);
  server.serve(join(folder, "Second"));
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    while (!registration?.waiting) await new Promise((soon) => setTimeout(soon, 50));
  });
  await page.reload();
  expect(await buildOf(page)).toBe("First");
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    registration?.waiting?.postMessage({ type: "something else" });
    registration?.waiting?.postMessage({ type: "take-over" });
  });
  // Chromium keeps the old one while a page of its own loads or reloads, now and then for half a minute: nobody is there when it goes.
  const afterLeaving = async () => {
    await page.goto("about:blank");
    await page.goto(`${server.origin}/?scene=lock&lang=en`);
    return buildOf(page);
  };
  await expect.poll(afterLeaving).toBe("Second");
});

test("The kill switch leads back to the network and leaves IndexedDB alone", async () => {
  const page = await open("/?scene=lock&lang=en");
  await register(page);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open("unsent", 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore("writes");
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
      }),
  );
  const killed = await mkdtemp(join(folder, "killed-"));
  await copyFile(join(project, "sw/kill-switch.js"), join(killed, "sw.js"));
  await writeFile(join(killed, "index.html"), "<!doctype html><title>Network</title><h1>Network</h1>");
  server.serve(killed);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    while (await navigator.serviceWorker.getRegistration()) await new Promise((soon) => setTimeout(soon, 50));
  });
  await page.goto(`${server.origin}/`);
  expect(await page.title()).toBe("Network");
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual(["unsent"]);
});

test("A file that workbox would leave out stops the build", async () => {
  const large = await mkdtemp(join(folder, "large-"));
  await writeFile(join(large, "index.html"), "<!doctype html>");
  await writeFile(join(large, "large.js"), "x".repeat(500_001));
  await expect(precacheOf(large)).rejects.toThrow(/large\.js/);
});

test("The worker is small", async () => {
  expect((await stat(join(folder, "First", "sw.js"))).size).toBeLessThan(40_000);
});
