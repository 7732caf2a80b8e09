import { expect, test } from "vitest";
import type { Document } from "../../../src/domain/model/document.ts";
import { openRecords } from "../../../src/live/records.ts";
import { aDocument } from "../../support/data/a-document.ts";
import { aSource } from "../../support/live/a-source.ts";

const site = "site-medyka";

/** A site of which each reading of a person is counted. */
const aSite = (people: number) => {
  const source = aSource();
  const read = new Set<string>();
  const watched = (document: Document): Document =>
    Object.defineProperty({ ...document }, "sex", {
      enumerable: true,
      get: () => {
        read.add(document._id);
        return "f";
      },
    });
  for (let key = 0; key < people; key += 1) source.put(site, watched(aDocument("person", `${key}`)));
  source.put(
    site,
    aDocument("group", "1", { site: "medyka", arrivedAt: "2026-11-24T08:00:00.000Z", keepTogether: true }),
  );
  return { ...source, read, watched };
};

test("Opening reads nobody, a question about another kind neither; one who is asked for is read alone, and all where all are asked for", () => {
  const { read, ...source } = aSite(50);
  const records = openRecords(source, [site]);
  expect(records.databases()).toEqual([site]);
  expect(records.all(site, "group").size).toBe(1);
  expect(read.size).toBe(0);
  expect(records.table(site, "person").get("person:7")?._id).toBe("person:7");
  expect([...read]).toEqual(["person:7"]);
  expect(records.all(site, "person").size).toBe(50);
  expect(read.size).toBe(50);
});

test("What nobody asked for is read when there is time, and then no more; views see nothing of it", () => {
  const { read, ...source } = aSite(50);
  const records = openRecords(source, [site]);
  const changes = [records.changes(), records.version(["person"])];
  expect(records.readOn(-1)).toBe(false);
  expect(records.readOn(Number.POSITIVE_INFINITY)).toBe(true);
  expect(read.size).toBe(50);
  read.clear();
  expect([records.all(site, "person").size, read.size]).toEqual([50, 0]);
  expect([records.changes(), records.version(["person"])]).toEqual(changes);
});

test("A record that changes before it was read is what it is now, and one of a right that ended is not there", () => {
  const { read: _, put, ...source } = aSite(3);
  const records = openRecords(source, [site]);
  put(site, aDocument("person", "1", { givenName: "Інша" }));
  expect(records.all(site, "person").get("person:1")?.givenName).toBe("Інша");
  records.forget(site);
  expect(records.all(site, "person").size).toBe(0);
  const again = openRecords(source, [site]);
  again.forget(site);
  expect([again.all(site, "person").size, again.readOn(Number.POSITIVE_INFINITY)]).toEqual([0, true]);
});

test("Whoever asks what cannot be read is told of all of it, also of what no view has asked for", () => {
  const { read: _, put, ...source } = aSite(3);
  put(site, { ...aDocument("person", "broken"), familyName: 5 });
  const records = openRecords(source, [site]);
  expect(records.broken().map(({ document }) => document._id)).toEqual(["person:broken"]);
  expect(openRecords(source, [site]).openBroken()).toBe(1);
});
