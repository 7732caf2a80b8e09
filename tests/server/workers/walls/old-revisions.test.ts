import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { catchUp } from "../../../../server/workers/catch-up.ts";
import { wallOffNeeds } from "../../../../server/workers/walls/wall-off-needs.ts";
import { firstVersion } from "../../../../src/domain/merge/next-version.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { aPhone } from "../../../support/fleet/a-signed-in-phone.ts";
import { register, site } from "../../../support/fleet/people.ts";
import { openTestServer, passphrase } from "../../../support/fleet/test-server.ts";

const at = "2026-11-24T07:00:00.000Z";

test("What was noted in the open is read in no revision of before", async () => {
  const folder = mkdtempSync(join(tmpdir(), "revisions-"));
  const server = await openTestServer({ file: join(folder, "store.sqlite") });
  await server.install("directory", site, "server", "care-medyka", "case-org-1", "protection-org-1");
  const content = { site: "medyka", name: "Medyka", type: "shelter", orgId: "organisation:org-1", protected: false };
  await server.couch.put(
    "directory/site:medyka",
    firstVersion(kinds.site, "site:medyka", { ...content, status: "open" }, { by: "eva", device: "eva1", at }),
  );
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
