import "../../support/server/cheap-passwords.ts";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../../server/cli/run-command.ts";
import { FolderInUse, holdFolder } from "../../../server/operations/hold-folder.ts";
import { type Running, serve } from "../../../server/serve.ts";
import { readSettings } from "../../../server/settings.ts";

let folder: string;
let running: Running | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "prystan-two-"));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const environment = () => ({ DATA_DIR: folder, PORT: "1", ADMIN_USER: "admin", ADMIN_PASSWORD: "admin" });
const start = async () => serve({ ...readSettings(environment()), port: 0 });

test("A second server on one data folder is told so, and so is a command that would open it; a later server starts", async () => {
  running = await start();
  await expect(start()).rejects.toThrow(FolderInUse);
  const said: string[] = [];
  const add = ["user", "add", "ann", "--role", "driver"];
  expect(await runCommand(add, environment(), (line) => said.push(line))).toBe(1);
  expect(said).toEqual([expect.stringContaining("Another server works in")]);
  await running.stop();
  running = await start();
});

test("A server that could not start does not keep the folder", async () => {
  running = await start();
  const { port } = new URL(running.address);
  const other = mkdtempSync(join(tmpdir(), "prystan-other-"));
  const settings = { ...readSettings({ ...environment(), DATA_DIR: other }), port: Number(port) };
  await expect(serve(settings)).rejects.toThrow("EADDRINUSE");
  holdFolder(other)();
  rmSync(other, { recursive: true });
});

/** Holds the folder as a server does, in a process of its own. */
const holding = `
const lock = new (require("better-sqlite3"))(process.argv[1] + "/server.lock");
lock.exec("BEGIN EXCLUSIVE");
console.log("holds");
setInterval(() => {}, 1000);`;

test("The folder of a process that was killed is free, whatever number that process had", async () => {
  const child = spawn(process.execPath, ["-e", holding, folder], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  expect(() => holdFolder(folder)).toThrow(FolderInUse);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  holdFolder(folder)();
});
