import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program of the system that only some tests need. */
export type Installable = {
  readonly name: string;
  /** Debian's. */
  readonly packages: readonly string[];
  /** The files without which it does not run. */
  readonly needs: readonly string[];
};

/** Installs what is missing where that is possible; false where the program cannot be had. */
export const isInstalled = ({ packages, needs }: Installable): boolean => {
  const isThere = () => needs.every((file) => existsSync(file));
  if (isThere()) return true;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    const quietly = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    spawnSync("apt-get", ["update", "-qq"], quietly);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quietly);
  }
  return isThere();
};
