import type { Handset } from "../browser/handset.ts";
import type { Installable } from "../runs/is-installed.ts";
import type { FaultProxy } from "../server/fault-proxy.ts";

/** A browser that is driven from outside, as Debian packages it. */
export type DrivenBrowser = Installable & {
  open(proxy: FaultProxy, profile?: string): Promise<DrivenHandset>;
};

export type DrivenHandset = Handset & {
  /** The browser is killed and opened again on what it had stored; absent where it stores nothing. */
  readonly again?: () => Promise<DrivenHandset>;
  /** The browser's own Back. */
  back(): Promise<void>;
  close(): Promise<void>;
};
