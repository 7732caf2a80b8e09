import "../../support/server/cheap-passwords.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endAccount, findAccount, saveAccount } from "../../../server/accounts/accounts.ts";
import { installDatabase } from "../../../server/design/install-database.ts";
import { phoneApi } from "../../../server/web/phones/phone-api.ts";
import { findSessionUser } from "../../../server/web/sign-in/find-session-user.ts";
import { type SealingCredentials, sealWrite } from "../../../src/device/outbox/seal-write.ts";
import { anyDatabase, type IngestOutcome, type SealedItem } from "../../../src/domain/exchange/sealed-write.ts";
import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { lastDayOfReview, type ReviewItem, recordInReview } from "../../../src/domain/model/kinds/review-item.ts";
import { kinds } from "../../../src/domain/model/kinds.ts";
import { noteKey } from "../../../src/domain/walls/note-content.ts";
import { plainName } from "../../support/storage/plain-cipher.ts";
import { admin, startFront, type TestFront } from "../web/support/start-front.ts";

const passphrase = "four words that hold";
const place = "site-medyka";
let front: TestFront;
let ann: Cookie;
let ben: Cookie;

type Cookie = { readonly cookie: string };

const signIn = async (name: string): Promise<Cookie> => {
  const body = new URLSearchParams({ name, password: passphrase });
  const { headers } = await fetch(`${front.address}/db/_session`, { method: "POST", body });
  return { cookie: headers.getSetCookie()[0]?.split(";")[0] ?? "" };
};

const ask = (path: string, who: object, body: object): Promise<Response> =>
  fetch(`${front.address}/db/_phone/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...who },
    body: JSON.stringify(body),
  });

const passportOf = async (who: Cookie, by: string, device: string): Promise<SealingCredentials> => ({
  by,
  device,
  ...((await (await ask("introduce", who, { device, label: "test" })).json()) as Pick<
    SealingCredentials,
    "pass" | "keys"
  >),
});

const sealed = (by: SealingCredentials, database: string, document: Document) =>
  sealWrite(by, database, document, async (_, id) => plainName(database, id));

const personBy = (by: string, device: string, key: string, content: object = {}): Document =>
  firstVersion(
    kinds.person,
    `person:${key}`,
    { site: "medyka", recordState: "quick", ...content },
    { by, device, at: "2026-11-25T08:00:00.000Z" },
  );

const handIn = async (who: object, ...items: readonly (SealedItem | undefined)[]): Promise<readonly IngestOutcome[]> =>
  ((await (await ask("handed-in", who, { items })).json()) as { outcomes: readonly IngestOutcome[] }).outcomes;

const stored = async (path: string) => (await front.couch.get<Document>(path)).body;

/** What lies before the lead about one record. */
const reviewOf = async (id: string): Promise<ReviewItem | undefined> => {
  const query = `include_docs=true&startkey="handed-in:"&endkey="handed-in:~"`;
  const { body } = await front.couch.get<{ rows: { doc: ReviewItem }[] }>(`${place}/_all_docs?${query}`);
  return body.rows.map(({ doc }) => doc).find((doc) => recordInReview(doc)?._id === id);
};

describe("Unsent writes that somebody else brings", () => {
  beforeAll(async () => {
    const asks = findSessionUser(() => `${front.address}/db`);
    front = await startFront({
      more: () => phoneApi({ couch: () => front.couch, whoAsks: asks, leaseHours: 24, key: admin.password }),
    });
    for (const database of ["directory", place]) await installDatabase(front.couch, database);
    for (const name of ["ann", "ben"])
      await saveAccount(front.couch, { name, roles: ["volunteer:medyka"], passphrase });
    ann = await signIn("ann");
    ben = await signIn("ben");
  });
  afterAll(() => front.close());

  test("They are stored under their author's name, and twice is once", async () => {
    const passport = await passportOf(ann, "ann", "anns1");
    const item = await sealed(passport, place, personBy("ann", "anns1", "one"));
    expect(await handIn(ben, item)).toEqual(["taken"]);
    const first = await stored(`${place}/person:one`);
    expect(first).toMatchObject({ createdBy: "ann", createdDevice: "anns1", site: "medyka" });
    expect(await handIn(ben, item, item)).toEqual(["taken", "taken"]);
    expect(await stored(`${place}/person:one`)).toEqual(first);
  });

  test("They are joined with what came meanwhile", async () => {
    const passport = await passportOf(ann, "ann", "anns1");
    const made = personBy("ann", "anns1", "two", { surname: "Коваль" });
    await front.couch.put(`${place}/person:two`, { ...made });
    const { edits } = made.stamps;
    const edited = {
      ...made,
      givenName: "Ніна",
      stamps: {
        ...made.stamps,
        own: { givenName: "2.anns1" },
        seen: { anns1: 2 },
        edits: { ...edits, "2.anns1": ["ann", "2026-11-25T09:00:00.000Z"] as const },
      },
    };
    expect(await handIn(ben, await sealed(passport, place, edited))).toEqual(["taken"]);
    expect(await stored(`${place}/person:two`)).toMatchObject({ surname: "Коваль", givenName: "Ніна" });
  });

  test("Whoever seals without having been signed in as the author is believed nothing: a lead looks at it", async () => {
    const forged = { ...(await passportOf(ben, "ben", "bens1")), by: "ann" };
    const item = await sealed(forged, place, personBy("ann", "bens1", "forged"));
    expect(await handIn(ben, item)).toEqual(["review"]);
    expect(await stored(`${place}/person:forged`)).toMatchObject({ error: "not_found" });
    const review = await reviewOf("person:forged");
    expect(review).toMatchObject({ by: "ann", handedBy: "ben", why: "unproven" });
    expect(review?.expiresAt).toBe(review && lastDayOfReview(review.at));
  });

  test("What an account may not write is reviewed, also where its right has ended since", async () => {
    const passport = await passportOf(ben, "ben", "bens1");
    const others = await sealed(passport, place, personBy("ann", "anns1", "others"));
    expect(await handIn(ben, others)).toEqual(["review"]);
    expect(await reviewOf("person:others")).toMatchObject({ by: "ben", why: "other_author" });

    const late = await sealed(await passportOf(ann, "ann", "anns1"), place, personBy("ann", "anns1", "late"));
    const account = await findAccount(front.couch, "ann");
    if (account) await endAccount(front.couch, account, "2026-11-25");
    expect(await handIn(ben, late, late)).toEqual(["review", "review"]);
    expect(await reviewOf("person:late")).toMatchObject({ by: "ann", why: "not_your_role", site: "medyka" });
    expect(await stored(`${place}/person:late`)).toMatchObject({ error: "not_found" });
  });

  test("What a phone of before sealed for a key in clear is taken, too, and only where the key says", async () => {
    const { [anyDatabase]: _since, ...keys } = (await passportOf(ben, "ben", "bens1")).keys;
    const passport = { ...(await passportOf(ben, "ben", "bens1")), keys };
    const item = await sealed(passport, place, personBy("ben", "bens1", "clear"));
    expect(item?.key).toBe("bens1 site-medyka/person:clear");
    const moved = { ...item, key: "bens1 site-medyka/person:moved", box: item?.box ?? "" };
    expect(await handIn(ben, item, moved)).toEqual(["taken", "unreadable"]);
    for (const database of ["server", "nowhere"]) {
      const other = { ...passport, keys: { [database]: keys[place] ?? "" } };
      expect(await handIn(ben, await sealed(other, database, personBy("ben", "bens1", "x")))).toEqual(["unreadable"]);
    }
  });

  test("Nothing opens that was damaged, moved, or is not ours; nothing reaches another database", async () => {
    const passport = await passportOf(ben, "ben", "bens1");
    const item = await sealed(passport, place, personBy("ben", "bens1", "bent"));
    if (!item) throw new Error("not sealed");
    expect(item.key).not.toMatch(/\//);
    const bent = { ...item, box: `${item.box.slice(0, -4)}AAA=` };
    const moved = { ...item, key: item.key.replace("bent", "moved") };
    const anothers = { ...item, key: item.key.replace("bens1", "anns1") };
    const elsewhere = { ...item, key: "bens1 _users/org.couchdb.user:eve" };
    const answers = await handIn(ben, bent, moved, anothers, elsewhere);
    expect(answers).toEqual(["unreadable", "unreadable", "unreadable", "unreadable"]);
    for (const database of ["server", "nowhere", "_users", "site-medyka/../_users", "site-lublin"]) {
      const sealedElsewhere = await sealed(passport, database, personBy("ben", "bens1", "x"));
      expect(await handIn(ben, sealedElsewhere)).toEqual(["unreadable"]);
    }
  });

  test("What is refused and too long for a lead to look at is named so: it would come again however often it is sent", async () => {
    const forged = { ...(await passportOf(ben, "ben", "bens1")), by: "ann" };
    const long = { ...personBy("ann", "bens1", "long"), notes: "x".repeat(60_000) };
    expect(await handIn(ben, await sealed(forged, place, long))).toEqual(["tooLong"]);
    expect(await reviewOf("person:long")).toBeUndefined();
  });

  test("Nobody asks without a session, and a key is given only for what the account may open", async () => {
    expect((await ask("introduce", {}, { device: "anns1", label: "" })).status).toBe(401);
    expect((await ask("handed-in", { cookie: "AuthSession=forged" }, { items: [] })).status).toBe(401);
    expect(
      (await ask("introduce", { ...ben, origin: "https://elsewhere.example" }, { device: "bens1", label: "" })).status,
    ).toBe(403);
    expect(Object.keys((await passportOf(ben, "ben", "bens1")).keys)).toEqual([
      "directory",
      place,
      anyDatabase,
      noteKey,
    ]);
    const secret = await fetch(`${front.address}/db/server/outbox-secret`, { headers: { ...ben } });
    expect(secret.status).toBe(403);
  });
});
