import { expect, test } from "vitest";
import { merge } from "../../src/domain/merge/merge.ts";
import { firstVersion, nextVersion } from "../../src/domain/merge/next-version.ts";
import type { Document } from "../../src/domain/model/document.ts";
import { defineKind, type Kind } from "../../src/domain/model/kind.ts";
import { person } from "../../src/domain/model/kinds/person.ts";
import { kinds } from "../../src/domain/model/kinds.ts";
import { upgraded, withoutDerivedFields } from "../../src/domain/model/upgrade.ts";

const author = (device: string) => ({ by: device, device, at: "2026-11-24T08:00:00.000Z" });
const written = (kind: Kind, content: object): Document =>
  firstVersion(kind, `${kind.name}:1`, { ...content }, author("dev1"));

/** A list of two steps, for as long as no kind has one. */
const example = defineKind("example", 3, ["site"], person.fields, [
  {
    to: 2,
    field: "label",
    make: ({ givenName }) => givenName,
    example: { before: { givenName: "Оля" }, after: { givenName: "Оля", label: "Оля" } },
  },
  {
    to: 3,
    field: "short",
    make: ({ label }) => String(label).slice(0, 1),
    example: { before: { label: "Оля" }, after: { label: "Оля", short: "О" } },
  },
]);

test.each<Kind>([...Object.values(kinds), example])("$name: each step does what its example says, in order", (kind) => {
  const versions = kind.upgrades.map(({ to }) => to);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(versions.every((to) => to > 1 && to <= kind.version)).toBe(true);
  for (const step of kind.upgrades) {
    const before = written(kind, step.example.before);
    const read = upgraded({ ...kind, upgrades: [step] }, before);
    expect(read).toEqual({ ...before, ...step.example.after });
    expect(upgraded(kind, upgraded(kind, before))).toEqual(upgraded(kind, before));
  }
});

test("An edit of something else stores nothing that was only read, and keeps the version", () => {
  const before: Document = { ...written(example, { givenName: "Оля" }), v: 1 };
  const read = upgraded(example, before);
  expect(read).toMatchObject({ label: "Оля", short: "О" });
  const after = nextVersion(example.rule, read, { ...read, patronymic: "Іванівна" }, author("dev2"));
  const stored = withoutDerivedFields(example, before, after);
  expect(stored).toMatchObject({ v: 1, patronymic: "Іванівна" });
  expect(stored).not.toHaveProperty("label");
});

test("Writing a new field, or taking it out, raises the version to the one that brought it", () => {
  const before: Document = { ...written(example, { givenName: "Оля" }), v: 1 };
  const read = upgraded(example, before);
  for (const label of ["Леся", undefined]) {
    const after = nextVersion(example.rule, read, { ...read, label } as unknown as Document, author("dev2"));
    const stored = withoutDerivedFields(example, before, after);
    expect(stored.v).toBe(2);
    expect(upgraded(example, stored).label).toBe(label);
  }
});

test("Two devices that read and edit one old document differ in nothing but their edits", () => {
  const before: Document = { ...written(example, { givenName: "Оля" }), v: 1 };
  const edit = (device: string, change: object) => {
    const read = upgraded(example, before);
    return withoutDerivedFields(
      example,
      before,
      nextVersion(example.rule, read, { ...read, ...change }, author(device)),
    );
  };
  const joined = merge(
    example.rule,
    edit("dev2", { patronymic: "Іванівна" }),
    edit("dev3", { originSettlement: "Харків" }),
  );
  expect(joined.rivals).toBeUndefined();
  expect(joined).toMatchObject({ v: 1, patronymic: "Іванівна", originSettlement: "Харків" });
});
