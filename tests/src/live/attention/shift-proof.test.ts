import { expect, test } from "vitest";
import { firstVersion, nextVersion } from "../../../../src/domain/merge/next-version.ts";
import { kinds } from "../../../../src/domain/model/kinds.ts";
import { isProven, shiftProofOf } from "../../../../src/live/attention/shift-proof.ts";
import type { DeliveryState } from "../../../../src/live/records.ts";
import { aRecords } from "../../../support/data/a-records.ts";

const author = (device: string, hour: number) => ({ by: "ann", device, at: `2026-11-25T${hour}:00:00.000Z` });
const person = (key: string, device: string, hour: number) =>
  firstVersion(kinds.person, `person:${key}`, { site: "medyka", recordState: "quick" }, author(device, hour));
const since = "2026-11-25T12:00:00.000Z";

const early = person("early", "dev1", 10);
const late = person("late", "dev1", 14);
const others = person("others", "dev2", 15);
const edited = nextVersion(
  kinds.person.rule,
  person("edited", "dev2", 11),
  { ...person("edited", "dev2", 11), sex: "f" },
  author("dev1", 16),
);

const proofWhere = (notSent: Readonly<Record<string, DeliveryState>>) =>
  shiftProofOf(
    aRecords({ "site-medyka": [early, late, others, edited] }, (id) => notSent[id] ?? { state: "sent" }),
    "dev1",
    since,
  );

test("A shift is what this phone made or changed since it began, and all of it is there only when the server has it", () => {
  const proof = proofWhere({});
  expect(proof).toMatchObject({
    recorded: 2,
    onServer: 2,
    onlyHere: 0,
    kinds: [{ kind: "person", recorded: 2, onServer: 2 }],
  });
  expect(isProven(proof)).toBe(true);
});

test("What is only here counts against the proof, also from before the shift; the oldest is named", () => {
  const proof = proofWhere({
    "person:early": { state: "savedHere" },
    "person:late": { state: "needsAttention", reason: "closed", at: since },
  });
  expect(proof).toMatchObject({ recorded: 2, onServer: 1, onlyHere: 2, needsAttention: 1, oldest: early.createdAt });
  expect(isProven(proof)).toBe(false);
});

test("A record that cannot be read proves nothing", () => {
  const records = { ...aRecords({}), damaged: () => 1 };
  expect(isProven(shiftProofOf(records, "dev1", since))).toBe(false);
});
