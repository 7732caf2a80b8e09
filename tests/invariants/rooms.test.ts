import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Import, importsOf } from "./imports-of.ts";

/** What one room may import. `types` are rooms of which it may import types only. */
type Room = {
  readonly rooms: readonly string[];
  readonly types?: readonly string[];
  readonly packages: readonly string[];
};

/**
 * The table of the architecture, section 2: which room may import which, and which packages. `react` stands for react and
 * react-dom. Every room may import itself; a feature may not import another.
 */
const rooms: Readonly<Record<string, Room>> = {
  "src/domain": { rooms: [], packages: ["valibot", "libphonenumber-js"] },
  "src/store": { rooms: ["src/domain"], packages: ["rxdb", "rxjs"] },
  "src/device": { rooms: ["src/domain"], packages: ["dexie", "hash-wasm"] },
  "src/sync": { rooms: ["src/domain", "src/store", "src/device", "src/session"], packages: [] },
  "src/live": { rooms: ["src/domain", "src/store"], packages: ["react", "zustand"] },
  "src/session": { rooms: [], types: ["src/domain"], packages: ["zustand"] },
  "src/i18n": { rooms: ["src/domain", "locales"], packages: ["i18next", "react-i18next", "react"] },
  "src/ui": { rooms: ["src/i18n"], packages: ["react", "react-dom", "qr"] },
  "src/forms": {
    rooms: ["src/domain", "src/device", "src/live", "src/ui", "src/i18n"],
    packages: ["react", "valibot"],
  },
  "src/features": {
    rooms: ["src/domain", "src/live", "src/session", "src/forms", "src/ui", "src/i18n"],
    packages: ["react", "qr"],
  },
  "src/app": { rooms: ["src", "sw/messages.ts"], packages: ["react", "react-dom", "wouter", "workbox-window"] },
  "src/main.tsx": { rooms: ["src"], packages: [] },
  sw: { rooms: [], packages: ["workbox-precaching", "workbox-routing", "workbox-build", "vite", "node"] },
  // Knows nothing of Prystan: what it is given comes by its options.
  "server/couch": {
    rooms: [],
    packages: ["@jitl/quickjs-wasmfile-release-sync", "better-sqlite3", "fastify", "node", "quickjs-emscripten-core"],
  },
  server: {
    rooms: [
      "src/domain",
      "src/device/outbox/hpke.ts",
      "src/device/keyring/server-password.ts",
      "src/i18n/first-language.ts",
    ],
    packages: [
      "@fastify/compress",
      "@fastify/static",
      "@jitl/quickjs-wasmfile-release-sync",
      "better-sqlite3",
      "fastify",
      "jsonc-parser",
      "node",
      "quickjs-emscripten-core",
      "valibot",
      "virtual:validator-text",
      "vite",
    ],
  },
};

const root = new URL("../../", import.meta.url).pathname;
const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .map((path) => join(folder, path))
    .filter((path) => /\.(ts|tsx)$/.test(path) && !path.includes("node_modules"));
const files = ["src", "sw", "server"].flatMap(filesIn).filter((path) => !path.endsWith(".d.ts"));

const isIn = (path: string, room: string) => path === room || path.startsWith(`${room}/`);
const roomOf = (path: string): string | undefined => Object.keys(rooms).find((room) => isIn(path, room));
const featureOf = (path: string): string | undefined => /^src\/features\/([^/]+)/.exec(path)?.[1];

const isAllowed = (path: string, { of, isOurs, isType }: Import): boolean => {
  const name = roomOf(path);
  const room = name === undefined ? undefined : rooms[name];
  if (!room || name === undefined) return false;
  if (!isOurs) return room.packages.includes(of);
  if (isIn(of, name)) return featureOf(of) === featureOf(path);
  return room.rooms.some((other) => isIn(of, other)) || (isType && (room.types ?? []).some((other) => isIn(of, other)));
};

const trespasses = (path: string, source: string): string[] =>
  importsOf(path, source)
    .filter((one) => !isAllowed(path, one))
    .map(({ of }) => `${path} imports ${of}`);

test("Every file stands in a room", () => {
  expect(files.length).toBeGreaterThan(200);
  expect(files.filter((path) => !roomOf(path) && !/vite\.config\.ts$/.test(path))).toEqual([]);
});

test("A room imports only what the table allows", () => {
  expect(files.flatMap((path) => trespasses(path, readFileSync(join(root, path), "utf8")))).toEqual([]);
});

test.each([
  ["src/domain/model/kinds/person.ts", 'import { ok } from "../../../store/row.ts";'],
  ["src/domain/model/kinds/person.ts", 'import type { Row } from "../../../store/row.ts";'],
  ["src/features/intake/page.tsx", 'import { RosterPage } from "../roster/page.tsx";'],
  ["src/features/intake/page.tsx", 'const page = import("../roster/page.tsx");'],
  ["src/features/intake/page.tsx", 'import { startSync } from "../../sync/engine.ts";'],
  ["src/live/records.ts", 'import { createRxDatabase } from "rxdb/plugins/core";'],
  ["src/session/use-session.ts", 'import { ok } from "../domain/model/result.ts";'],
  ["src/sync/replication/pull.ts", 'export { ok } from "../../app/shell/jobs.ts";'],
  ["server/couch/open-couch.ts", 'import { kinds } from "../../src/domain/model/kinds.ts";'],
  ["server/couch/open-couch.ts", 'import { connectCouch } from "../couch-client.ts";'],
  ["sw/worker.ts", 'import { kinds } from "../src/domain/model/kinds.ts";'],
])("A trespass is seen: %s, %s", (path, source) => {
  expect(trespasses(path, source)).toHaveLength(1);
});

test("The domain is compiled without a browser and without Node", () => {
  const { compilerOptions } = JSON.parse(readFileSync(join(root, "src/domain/tsconfig.json"), "utf8"));
  expect(compilerOptions).toMatchObject({ lib: ["ES2023"], types: [] });
});

test.each([
  ...["app", "device", "domain", "forms", "i18n", "live", "session", "store", "sync", "ui"].map(
    (room) => `src/${room}`,
  ),
  "sw",
  "server",
])("%s says in a README what it is for", (room) => {
  expect(existsSync(join(root, room, "README.md"))).toBe(true);
});
