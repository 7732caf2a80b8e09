import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Chromium where there is none: Debian's package where that can be installed, else the one of Playwright. */
export function installBrowser() {
  if ([process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].some((path) => path && existsSync(path)))
    return;
  const isDebian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;
  if (!isDebian) return void run("npx", ["playwright-core", "install", "chromium"]);
  run("apt-get", ["update", "-qq"]);
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], {
    DEBIAN_FRONTEND: "noninteractive",
  });
}

/** What is tested: the commit, and whether anything differs from it. */
export function commitNow() {
  const git = (...args) => spawnSync("git", args, { encoding: "utf8" }).stdout?.trim() ?? "";
  return { commit: git("rev-parse", "HEAD"), dirty: git("status", "--porcelain") !== "" };
}

/** Runs a command whose output everybody sees. */
export function run(command, args, environment = {}) {
  return spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...environment } });
}
