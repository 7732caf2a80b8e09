// Installs and builds what is missing or older than its sources. Plain JavaScript, for it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(join(dirname(fileURLToPath(import.meta.url)), ".."));

export function prepareServer() {
  install();
  const sources = ["src", "sw", "server", "locales", "public", "index.html", "vite.config.ts", "package-lock.json"];
  if (changedAfter(sources, "dist/server/main.js")) run("npm", ["run", "--silent", "build"]);
}

export function install() {
  if (isOutdated()) run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Whether packages are missing, or older than the list of them. */
export function isOutdated() {
  return changedAfter(["package-lock.json"], "node_modules/.package-lock.json");
}

/** Whether one of `sources` is newer than the file `made`, or that is missing. */
function changedAfter(sources, made) {
  return !existsSync(made) || Math.max(...sources.map(newest)) > statSync(made).mtimeMs;
}

function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
