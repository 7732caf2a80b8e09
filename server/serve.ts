import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCouch } from "./couch/open-couch.ts";
import { type CouchClient, connectCouch } from "./couch-client.ts";
import type { Settings } from "./settings.ts";
import { openFront } from "./web/open-front.ts";
import { startWorkers } from "./workers/start-workers.ts";

/** A server that answers. `address` is where phones find it, `couch` speaks to its `/db` as the administrator. */
export type Running = { readonly address: string; readonly couch: CouchClient; stop(): Promise<void> };

const built = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Opens the store, the front and the workers; resolves once the first pass of the workers is done. */
export const serve = async (
  settings: Settings,
  { app = join(built, "app"), log = () => {} }: { app?: string; log?: (event: object) => void } = {},
): Promise<Running> => {
  const couch = openCouch({
    file: join(settings.dataDir, "couch.sqlite"),
    admins: { [settings.admin.user]: settings.admin.password },
    secret: settings.secret,
    log,
  });
  const front = await openFront({ app, couch: couch.plugin });
  const address = await front.listen({ port: settings.port, host: settings.host });
  const client = connectCouch(`${address}/db`, settings.admin);
  const workers = await startWorkers(client, log);
  return {
    address,
    couch: client,
    stop: async () => {
      workers.stop();
      client.close();
      await front.close();
      await couch.close();
    },
  };
};
