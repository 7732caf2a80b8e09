import { site } from "./people.ts";
import { openPhone, type Phone } from "./phone.ts";
import { openTestServer, type TestServer } from "./test-server.ts";

/** A server with the site Medyka and two volunteers, Ann and Ben, each signed in on a phone. */
export type Couple = { readonly server: TestServer; readonly ann: Phone; readonly ben: Phone; close(): Promise<void> };

const roles = ["volunteer:medyka"];

export const openCouple = async (): Promise<Couple> => {
  const server = await openTestServer();
  await server.install("directory", site);
  const [ann, ben] = [await aVolunteer(server, "ann"), await aVolunteer(server, "ben")];
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

const aVolunteer = async (server: TestServer, name: string): Promise<Phone> => {
  await server.addAccount(name, roles);
  const phone = await openPhone({ server, name, roles });
  await phone.signIn();
  await phone.open();
  return phone;
};
