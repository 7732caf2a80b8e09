import { expect, test } from "vitest";
import { demoAccounts } from "../../../server/demo/demo-accounts.ts";
import { walledDatabasesOf } from "../../../src/domain/model/databases.ts";
import { aServer } from "../../support/server/a-server.ts";

test("Whoever reads notes in the demonstration has databases that are there", async () => {
  const server = await aServer();
  const there = await server.couch<readonly string[]>("_all_dbs");
  const asked = demoAccounts.flatMap(({ roles }) => walledDatabasesOf(roles));
  expect(there).toEqual(expect.arrayContaining(asked));
  await server.stop();
});
