import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { watchPage } from "../runs/evidence.ts";
import { unlockWhenLoaded } from "./steps/unlock.ts";

/** `CHROMIUM`, else Debian's where it is installed; else Playwright takes the one that it downloaded. */
const installed = (...paths: readonly string[]): { readonly executablePath?: string } => {
  const found = [process.env.CHROMIUM ?? "", ...paths].find((path) => existsSync(path));
  return found === undefined ? {} : { executablePath: found };
};
const whole = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];
/** The same engine without what surrounds it, which is cheaper. */
const headlessShell = "/usr/bin/chromium-headless-shell";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A phone: one profile of a browser, 360 × 740. */
export type Phone = {
  /** Names the profile; a folder where it lies on the disk. */
  readonly profile: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What went wrong on its pages: uncaught errors and refusals by the content security policy. */
  readonly complaints: string[];
  /** Nothing of it stays, and nobody waits for a browser to leave in good order. */
  throwAway(): Promise<void>;
};

/** A phone whose profile lies on the disk and outlives the browser that uses it. */
export type DiskPhone = Phone & {
  /** The browser's processes, as the system knows them. */
  processes(): readonly number[];
  /** As when the battery dies: SIGKILL for every process of the profile. */
  die(): void;
  close(): Promise<void>;
};

export type PhoneOptions = {
  readonly locale?: string;
  readonly offline?: boolean;
  readonly isPictured?: boolean;
  readonly baseURL: string;
};

let phones = 0;

/** Opens a new phone in the Chromium that all tests of this process share: what it stores is gone with it. */
export const openPhone = async (options: PhoneOptions): Promise<Phone> => {
  phones += 1;
  const profile = `in memory ${phones}`;
  const context = await (await sharedBrowser()).newContext(screen(options));
  const { page, complaints } = await openPage(context, profile, options.offline);
  return { profile, context, page, complaints, throwAway: () => context.close() };
};

export type DiskPhoneOptions = PhoneOptions & {
  readonly profile?: string;
  /** Keeps pages that were left to go back to, as browsers do that no test drives. */
  readonly keepsPages?: boolean;
  /** More of the browser's own, such as where a name leads. */
  readonly flags?: readonly string[];
};

export const newProfile = (): string => mkdtempSync(join(tmpdir(), "prystan-phone-"));

/** Opens a browser of its own on a profile on the disk: where the disk, a kill or a new start is what is tested. */
export const openDiskPhone = async ({
  profile = newProfile(),
  keepsPages = false,
  flags = [],
  ...options
}: DiskPhoneOptions): Promise<DiskPhone> => {
  const context = await chromium.launchPersistentContext(profile, {
    ...installed(...whole),
    args: [...quiet, ...flags],
    ...(keepsPages && { ignoreDefaultArgs: ["--disable-back-forward-cache"] }),
    ...screen(options),
  });
  const { page, complaints } = await openPage(context, profile, options.offline);
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

let shared: Promise<Browser> | undefined;

/** The Chromium of this process; Playwright ends it with the process. */
export const sharedBrowser = (): Promise<Browser> => {
  shared ??= launchChromium();
  return shared;
};

/** Another one, with other flags. */
export const launchChromium = (...flags: readonly string[]): Promise<Browser> =>
  chromium.launch({ ...installed(headlessShell, ...whole), args: [...quiet, ...flags] });

/** Drawn without movement and in single pixels, which is cheaper, but where somebody looks at the pictures. */
const screen = ({ locale = "uk-UA", baseURL, isPictured = false }: PhoneOptions) => ({
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: isPictured ? 2 : 1,
  reducedMotion: isPictured ? ("no-preference" as const) : ("reduce" as const),
  locale,
  timezoneId: "Europe/Warsaw",
  baseURL,
});

/** Milliseconds by which everything of a run lives after the rest of the world, servers included (`support/server/at-another-time.mjs`). */
const clockOffset = Number(process.env.CLOCK_OFFSET ?? 0);

/** In each page: a test that makes a phone's clock wrong does so from there. */
const moveClock = (offset: number): void => {
  const Right = globalThis.Date;
  const now = () => Right.now() + offset;
  globalThis.Date = class extends Right {
    constructor(...given: [] | [number]) {
      super(given.length === 0 ? now() : given[0]);
    }
    static override now = now;
  } as DateConstructor;
};

const openPage = async (context: BrowserContext, profile: string, offline = false) => {
  // Against hanging: a machine may be many times slower than ours.
  context.setDefaultTimeout(60_000);
  if (clockOffset !== 0) await context.addInitScript(moveClock, clockOffset);
  const page = context.pages()[0] ?? (await context.newPage());
  unlockWhenLoaded(context, profile);
  for (const open of context.pages()) watchPage(open);
  context.on("page", watchPage);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|TrustedScript/.test(message.text()))
      complaints.push(message.text());
  });
  if (offline) await context.setOffline(true);
  return { page, complaints };
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
