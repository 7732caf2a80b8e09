import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout as pass } from "node:timers/promises";
import type { FaultProxy } from "../server/fault-proxy.ts";
import { freePort } from "../server/free-port.ts";
import type { DrivenBrowser } from "./driven-browser.ts";
import { drivenHandset } from "./driven-handset.ts";
import { connectDriver } from "./http-driver.ts";
import { leaveCalmly } from "./leave-calmly.ts";

const driver = "/usr/bin/WebKitWebDriver";
const display = "/usr/bin/Xvfb";
const libraries = ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu`);
/** Looked for as it is opened: it may just have been installed. */
const binary = (): string =>
  libraries.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`).find((path) => existsSync(path)) ?? "MiniBrowser";

/** WebKitGTK's own small browser. Driven, it keeps nothing: every session of it is a private one. */
export const webkit: DrivenBrowser = {
  name: "WebKitGTK",
  packages: ["webkit2gtk-driver", "xvfb"],
  needs: [driver, display],
  open: async (proxy: FaultProxy) => {
    const screen = spawn(display, ["-displayfd", "3", "-screen", "0", "800x1000x24"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    const port = await freePort();
    const server = spawn(driver, [`--port=${port}`], {
      stdio: "ignore",
      env: { ...process.env, DISPLAY: `:${await numberFrom(screen)}` },
    });
    const address = `http://127.0.0.1:${port}`;
    await answers(address);
    const options = { "webkitgtk:browserOptions": { binary: binary(), args: ["--automation"] } };
    const remote = await connectDriver(address, options);
    return {
      ...drivenHandset(remote, proxy, address, leaveCalmly),
      back: remote.back,
      close: async () => {
        await remote.quit().catch(() => {});
        for (const child of [server, screen]) await stopped(child);
      },
    };
  },
};

/** Xvfb looks for a free display itself and writes its number into what it was given. */
const numberFrom = (screen: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    screen.stdio[3]?.once("data", (text) => resolve(String(text).trim()));
    screen.once("exit", () => reject(new Error("Xvfb did not start")));
  });

const answers = async (address: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`${address}/status`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) return;
    await pass(100);
  }
  throw new Error("WebKitWebDriver did not start");
};

const stopped = (child: ChildProcess): Promise<unknown> => {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return ended;
};
