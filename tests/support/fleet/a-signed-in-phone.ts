import { type Build, openPhone, type Phone } from "./phone.ts";
import type { TestServer } from "./test-server.ts";

/** An account, made on the server, and its phone: signed in, open and in sync. */
export const aPhone = async (
  server: TestServer,
  name: string,
  roles: readonly string[],
  build?: Build,
): Promise<Phone> => {
  await server.addAccount(name, roles);
  const phone = await openPhone({ server, name, roles, ...(build && { build }) });
  await phone.signIn();
  await phone.open();
  return phone;
};
