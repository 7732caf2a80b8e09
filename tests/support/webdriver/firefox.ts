import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import type { FaultProxy } from "../server/fault-proxy.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { drivenHandset } from "./driven-handset.ts";
import { connectMarionette } from "./marionette.ts";

const binary = "/usr/bin/firefox-esr";

/** Firefox without a window, on a profile on disk that outlives it. */
export const firefox: DrivenBrowser = {
  name: "Firefox ESR",
  packages: ["firefox-esr"],
  needs: [binary],
  open: async (proxy: FaultProxy, profile = mkdtempSync(join(tmpdir(), "prystan-firefox-"))) => {
    const portFile = join(profile, "MarionetteActivePort");
    rmSync(portFile, { force: true });
    writeFileSync(join(profile, "user.js"), preferences);
    const args = ["--marionette", "--headless", "--no-remote", "--width=450", "--height=800", "--profile", profile];
    const browser = spawn(binary, args, { stdio: "ignore", detached: true });
    const ended = new Promise((resolve) => browser.once("exit", resolve));
    const die = async () => {
      if (browser.pid && browser.exitCode === null && browser.signalCode === null)
        process.kill(-browser.pid, "SIGKILL");
      await ended;
    };
    const remote = await connectMarionette(await portIn(portFile));
    return {
      ...drivenHandset(remote, proxy, profile),
      back: remote.back,
      again: async () => {
        await die();
        return firefox.open(proxy, profile);
      },
      close: async () => {
        await remote.quit();
        await die();
        rmSync(profile, { recursive: true, force: true });
      },
    };
  },
};

/** Firefox chooses a free port and writes it down. */
const portIn = async (file: string): Promise<number> => {
  for (let tries = 0; tries < 600; tries += 1) {
    const port = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
    if (port > 0) return port;
    await pass(100);
  }
  throw new Error("Firefox did not start");
};

const preferences = [
  ["marionette.port", 0],
  ["intl.accept_languages", "uk-UA, uk"],
  ["network.captive-portal-service.enabled", false],
  ["network.connectivity-service.enabled", false],
  ["datareporting.policy.dataSubmissionEnabled", false],
  ["browser.shell.checkDefaultBrowser", false],
  ["browser.aboutwelcome.enabled", false],
  ["app.update.enabled", false],
]
  .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
  .join("");
