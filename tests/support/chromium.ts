import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { unlockWhenLoaded } from "./unlock.ts";

/** Debian's Chromium where it is installed, else the one Playwright downloaded, else `CHROMIUM`. */
const executablePath = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser"].find(
  (path) => path !== undefined && existsSync(path),
);

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A phone: one browser profile on disk, which outlives the browser that uses it. */
export type Phone = {
  readonly profile: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong on its pages: uncaught errors and refusals by the content security policy. */
  readonly complaints: string[];
  /** The browser's processes, as the system knows them. */
  processes(): readonly number[];
  /** As when the battery dies: SIGKILL for every process of the profile. */
  die(): void;
  close(): Promise<void>;
  /** Nothing of it stays, and nobody waits for the browser to leave in good order. */
  throwAway(): Promise<void>;
};

export type PhoneOptions = {
  readonly profile?: string;
  readonly locale?: string;
  readonly offline?: boolean;
  /** Keeps pages that were left to go back to, as browsers do that no test drives. */
  readonly keepsPages?: boolean;
  readonly baseURL: string;
};

export const newProfile = (): string => mkdtempSync(join(tmpdir(), "prystan-phone-"));

/** Opens a phone-sized browser on a profile, 360 × 740. */
export const openPhone = async ({
  profile = newProfile(),
  locale = "uk-UA",
  offline = false,
  keepsPages = false,
  baseURL,
}: PhoneOptions): Promise<Phone> => {
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    headless: true,
    args: quiet,
    ...(keepsPages && { ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    locale,
    timezoneId: "Europe/Warsaw",
    baseURL,
  });
  context.setDefaultTimeout(20_000);
  unlockWhenLoaded(context, profile);
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|TrustedScript/.test(message.text()))
      complaints.push(message.text());
  });
  if (offline) await context.setOffline(true);
  const die = () => {
    for (let ids = processesOf(profile); ids.length > 0; ids = processesOf(profile)) for (const id of ids) kill(id);
  };
  return {
    profile,
    context,
    page,
    complaints,
    processes: () => processesOf(profile),
    die,
    close: () => context.close(),
    throwAway: async () => {
      die();
      await context.close().catch(() => {}); // it may have died before
      rmSync(profile, { recursive: true, force: true });
    },
  };
};

const kill = (id: number): void => {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    return; // it had ended by itself
  }
};

/** Those that name the profile, whose name is like no other: the browser and its children. */
const processesOf = (profile: string): readonly number[] =>
  spawnSync("pgrep", ["-f", profile], { encoding: "utf8" }).stdout.split("\n").filter(Boolean).map(Number);
