import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { isOutdated } from "../server/prepare.mjs";

/**
 * Chromium where there is none: Debian's package where that can be installed, else the one of Playwright. Beside it Debian's headless
 * shell, which needs two thirds of the processor; the tests do without where it is not to be had. Needs no packages on Debian.
 */
export async function installBrowser(packages) {
  const isThere = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].some(exists);
  if (!isDebian) {
    await packages;
    if (!isThere) run("npx", ["playwright-core", "install", "chromium"]);
    return;
  }
  const wanted = [...(isThere ? [] : ["chromium"]), ...(existsSync(headlessShell) ? [] : ["chromium-headless-shell"])];
  if (wanted.length === 0) return;
  // One after the other, whether the one before is to be had or not, and in one process, for whoever asks is busy meanwhile.
  const installs = wanted.map(
    (name) => `apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends ${name}`,
  );
  await begin("sh", ["-c", ["apt-get update -qq", ...installs].join("; ")], { DEBIAN_FRONTEND: "noninteractive" });
}

const isDebian = existsSync("/usr/bin/apt-get") && process.getuid?.() === 0;

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

/** The same while others go on; resolves with its status once it has ended. */
async function begin(command, args, environment = {}) {
  const child = spawn(command, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...environment },
  });
  const [status] = await once(child, "exit");
  return status;
}

/**
 * Installs the packages where they are missing or others. Resolves as soon as types, lint and the app's build can run; `built` ends a
 * minute later, when the packages' own programs are built.
 */
export async function installPackages() {
  if (!isOutdated()) return { built: Promise.resolve() };
  if ((await begin("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"])) !== 0) process.exit(1);
  const built = begin("npm", ["rebuild"]).then((status) => {
    if (status !== 0) process.exit(1);
  });
  return { built };
}
