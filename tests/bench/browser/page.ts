import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { contenders } from "./first-sync.ts";
import { openWorkingPhone, type WorkingPhone } from "./working-phone.ts";

let working: WorkingPhone | undefined;
const phone = (): WorkingPhone => {
  if (!working) throw new Error("no phone is at work");
  return working;
};

/** What the benches call in the page. */
const calls = {
  signIn: async (name: string, password: string): Promise<void> => {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ name, password });
    const { ok, status } = await fetch("/db/_session", { method: "POST", headers, body });
    if (!ok) throw new Error(`_session answered ${status}`);
  },
  fill: async (contender: string, database: string, name: string) => {
    const began = performance.now();
    const documents = (await contenders[contender]?.(database, name)) ?? 0;
    return { documents, milliseconds: performance.now() - began };
  },
  work: async (name: string): Promise<void> => {
    working = await openWorkingPhone(name);
  },
  /** When it was asked for (ms since 1970). */
  save: (database: string, drafts: readonly NewDocument[]): Promise<number> => phone().save(database, drafts),
  seen: (id: string): Promise<number> => phone().seen(id),
  allSent: (): Promise<number> => phone().allSent(),
  wake: (): void => phone().sync.wake(),
};

Object.assign(window, { bench: calls });
