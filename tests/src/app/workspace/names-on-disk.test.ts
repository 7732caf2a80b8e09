import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openKeyring } from "../../../../src/device/keyring/open-keyring.ts";
import { openDevice } from "../../../../src/device/open-device.ts";
import { openOutbox } from "../../../../src/device/outbox/open-outbox.ts";
import { checkpointsIn, inDoubtIn } from "../../../../src/device/private-store/checkpoints.ts";
import { openPrivateStore } from "../../../../src/device/private-store/open-private-store.ts";
import { anyDatabase } from "../../../../src/domain/exchange/sealed-write.ts";
import { stayEvent } from "../../../../src/domain/roster/stay-commands.ts";
import { openStore } from "../../../../src/store/open-store.ts";
import { sealedStorage } from "../../../../src/store/sealed-storage.ts";
import { strictStorage } from "../../../../src/store/strict-storage.ts";
import { openOutboxMirror } from "../../../../src/sync/outbox/outbox-mirror.ts";
import { aPerson } from "../../../support/fleet/people.ts";
import { everythingOnDisk } from "../../../support/storage/on-disk.ts";

const here = "names-on-disk";
const at = "2026-11-25T08:00:00.000Z";
/** Parts of ids, of what happened, of places. */
const tellTales = [
  "01zoya",
  "01bus",
  "hospital",
  "medyka",
  "person:",
  "stay:",
  "trip-",
  "site-",
  "directory",
  "intake",
];

beforeEach(() => void vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

test("Nothing on the disk says what happened to whom, where, or who rode with whom: rows, copies, drafts, checkpoints and keys", async () => {
  const { keys } = await openKeyring(async () => false, Date.now, `${here}-keyring`).enrol(
    "anna",
    "one two three four",
  );
  const privateStore = openPrivateStore(openDevice(`${here}-device`).sealedStore, keys);
  const outbox = openOutbox(`${here}-outbox`);
  const mirror = openOutboxMirror(outbox, "dev1", keys);
  const pair = (await crypto.subtle.generateKey("X25519", true, ["deriveBits"])) as CryptoKeyPair;
  const key = Buffer.from(await crypto.subtle.exportKey("raw", pair.publicKey)).toString("base64");
  await mirror.sealWith({ by: "anna", device: "dev1", pass: "pass", keys: { [anyDatabase]: key } });
  const store = await openStore({
    name: `${here}-store`,
    storage: sealedStorage(strictStorage(), keys, mirror.copy),
    author: () => ({ by: "anna", device: "dev1", at }),
  });
  const stay = { _id: "stay:01zoya.medyka.1", site: "medyka", personId: "person:01zoya" } as const;
  await store.add("site-medyka", [aPerson("01zoya"), stayEvent(stay, [], "hospital_start", { by: "anna", at })]);
  await store.receive("trip-01bus", [{ document: { _id: "line:01zoya", kind: "line" } as never, rev: "1-a" }]);
  await privateStore.drafts.write({ id: "intake:01zoya", form: "intake", savedAt: at, values: {} });
  await checkpointsIn(privateStore).set("trip-01bus", "17");
  await inDoubtIn(privateStore).set("site-medyka", { "person:01zoya": 1 });

  const disk = await everythingOnDisk(here);
  expect(disk).toContain('"box"');
  expect((await outbox.keys()).length).toBe(2);
  expect(tellTales.filter((word) => disk.includes(word))).toEqual([]);

  expect((await privateStore.drafts.all()).map(({ id }) => id)).toEqual(["intake:01zoya"]);
  expect(await checkpointsIn(privateStore).get("trip-01bus")).toBe("17");
  await store.close();
});
