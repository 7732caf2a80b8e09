import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { isOutdated } from "../server/prepare.mjs";

/**
 * Chromium where there is none: Debian's package where that can be installed, else the one of Playwright. Beside it Debian's headless
 * shell, which needs two thirds of the processor; the tests do without where it is not to be had.
 */
export function installBrowser() {
  const isThere = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].some(exists);
  const isDebian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  if (!isDebian) {
    if (!isThere) run("npx", ["playwright-core", "install", "chromium"]);
    return;
  }
  const wanted = [...(isThere ? [] : ["chromium"]), ...(existsSync(headlessShell) ? [] : ["chromium-headless-shell"])];
  if (wanted.length === 0) return;
  run("apt-get", ["update", "-qq"]);
  for (const name of wanted)
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { DEBIAN_FRONTEND: "noninteractive" });
}

const headlessShell = "/usr/bin/chromium-headless-shell";
const exists = (path) => path !== undefined && existsSync(path);

/** What is tested: the commit, and whether anything differs from it. */
export function commitNow() {
  const git = (...args) => spawnSync("git", args, { encoding: "utf8" }).stdout?.trim() ?? "";
  return { commit: git("rev-parse", "HEAD"), dirty: git("status", "--porcelain") !== "" };
}

/** Runs a command whose output everybody sees. */
export function run(command, args, environment = {}) {
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...environment } });
}

/**
 * Installs the packages where they are missing or others. Resolves at once to what ends when their own programs are built, too: a minute
 * in which types, lint and the app's build need only what is there.
 */
export function installPackages() {
  if (!isOutdated()) return Promise.resolve();
  if (run("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]).status !== 0) process.exit(1);
  const building = spawn("npm", ["rebuild"], { stdio: ["ignore", "ignore", "inherit"] });
  return once(building, "exit").then(([status]) => {
    if (status !== 0) process.exit(1);
  });
}
