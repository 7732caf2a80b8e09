import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { wallOffNeeds } from "../../../../server/workers/walls/wall-off-needs.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { register, site } from "../../../support/fleet/people.ts";
import { passphrase } from "../../../support/fleet/test-server.ts";
import { openWalledServer } from "../../../support/fleet/walled-site.ts";

test("What was noted in the open is read in no revision of before", async () => {
  const folder = mkdtempSync(join(tmpdir(), "revisions-"));
  const server = await openWalledServer(["medyka"], { file: join(folder, "store.sqlite") });
  const ann = await aPhone(server, "ann", ["volunteer:medyka"]);
  await register(ann, "2", { needFlags: ["talk_private"] });
  await ann.sync();
  const before = (await server.documents(site)).get("person:2")?._rev;
  await catchUp(server.couch, site, "0", wallOffNeeds);
  expect(await server.documents("protection-org-1")).toHaveProperty("size");
  const authorization = `Basic ${Buffer.from(`ann:${passphrase}`).toString("base64")}`;
  const answers = [];
  for (const path of [
    `${site}/person%3A2?rev=${before}`,
    `${site}/person%3A2?open_revs=all&revs=true`,
    `${site}/person%3A2?open_revs=%5B%22${before}%22%5D`,
  ])
    answers.push(
      (await server.handle({ method: "GET", path, headers: { authorization, accept: "application/json" } })).body,
    );
  const counts = answers.map((body) => (/talk_private/.test(body) ? "clear" : body.slice(0, 60)));
  await ann.close();
  await server.close();
  rmSync(folder, { recursive: true });
  expect(counts).not.toContain("clear");
});
