import { beforeAll, expect, test } from "vitest";
import { merge } from "../../../src/domain/merge/merge.ts";
import { type Author, firstVersion, nextVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { erase } from "../../../src/domain/model/erase.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { openValidator } from "../../support/server/open-validator.ts";

let judge: Awaited<ReturnType<typeof openValidator>>;
beforeAll(async () => {
  judge = await openValidator();
});

const author = (by: string, device: string): Author => ({ by, device, at: "2026-11-24T08:00:00.000Z" });
const kind = kinds.person;
const edit = (before: Document, change: object, by: Author) =>
  nextVersion(kind.rule, before, { ...before, ...change } as Document, by);
const made = firstVersion(kind, "person:1", { site: "medyka", recordState: "quick" }, author("vera", "vera1"));
const erased = erase(kind, made, { why: "moved", at: "2026-11-24", to: "lublin" }, author("server", "server"));
const writers = ["volunteer:medyka", "lead:medyka", "coordinator"].map((role) => ({
  db: "site-medyka",
  name: "ben",
  roles: ["account", role],
}));
const ben = author("ben", "ben1");

test.each(writers)("What the server took away is not brought back by leaving out that it was: $roles", (by) => {
  const { erased: _, stamps, ...rest } = erased;
  const unmarked = { ...rest, stamps: { ...stamps, own: {} } } as Document;
  const back = edit(unmarked, { recordState: "quick", familyName: "Коваль" }, ben);
  expect(judge(by, [[back, erased]])[0]).toBe("forbidden: erased");
});

test("What somebody wrote without having seen it go is taken", () => {
  const unseen = merge(kind.rule, erased, edit(made, { familyName: "Коваль" }, ben));
  for (const by of writers) expect(judge(by, [[unseen, erased]])[0]).toBe(undefined);
});
