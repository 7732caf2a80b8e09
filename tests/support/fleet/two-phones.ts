import { aPhone } from "./a-signed-in-phone.ts";
import { site } from "./people.ts";
import type { Phone } from "./phone.ts";
import { openTestServer, type TestServer } from "./test-server.ts";

/** A server with the site Medyka and two volunteers, Ann and Ben, each signed in on a phone. */
export type TwoPhones = {
  readonly server: TestServer;
  readonly ann: Phone;
  readonly ben: Phone;
  close(): Promise<void>;
};

const roles = ["volunteer:medyka"];

export const openTwoPhones = async (): Promise<TwoPhones> => {
  const server = await openTestServer();
  await server.install("directory", site);
  const [ann, ben] = [await aPhone(server, "ann", roles), await aPhone(server, "ben", roles)];
  return {
    server,
    ann,
    ben,
    close: async () => {
      await ann.close();
      await ben.close();
      await server.close();
    },
  };
};
