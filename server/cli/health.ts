import type { Operation } from "./run-command.ts";

/** `health`: the databases and how many documents each holds; nothing of what is in them. */
export const health = async ({ couch, say }: Operation): Promise<number> => {
  const all = await couch.get<readonly string[]>("_all_dbs");
  if (all.status !== 200) {
    say(`The server answers ${all.status}.`);
    return 1;
  }
  for (const name of all.body as readonly string[]) {
    const { body } = await couch.get<{ doc_count: number }>(encodeURIComponent(name));
    say(`${name.padEnd(40)} ${body.doc_count} documents`);
  }
  return 0;
};
