import { contenders } from "./first-sync.ts";

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
};

Object.assign(window, { bench: calls });
