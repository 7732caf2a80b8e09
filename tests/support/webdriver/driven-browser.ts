import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import type { Handset } from "../browser/handset.ts";
import type { FaultProxy } from "../server/fault-proxy.ts";

/** A browser that is driven from outside, as Debian packages it. */
export type DrivenBrowser = {
  readonly name: string;
  readonly packages: readonly string[];
  /** The files without which it cannot be driven. */
  readonly needs: readonly string[];
  open(proxy: FaultProxy, profile?: string): Promise<DrivenHandset>;
};

export type DrivenHandset = Handset & {
  /** The browser is killed and opened again on what it had stored; absent where it stores nothing. */
  readonly again?: () => Promise<DrivenHandset>;
  close(): Promise<void>;
};

/** Installs what is missing where that is possible; false where the browser cannot be had. */
export const isInstalled = ({ packages, needs }: DrivenBrowser): boolean => {
  const isThere = () => needs.every((file) => existsSync(file));
  if (isThere()) return true;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    const quietly = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update", "-qq"], quietly);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quietly);
  }
  return isThere();
};
