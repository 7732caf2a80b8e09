import { expect, test } from "vitest";
import type { Document } from "../../../src/domain/document.ts";
import { kinds } from "../../../src/domain/kinds.ts";
import { includes, merge, writesOf } from "../../../src/domain/merge.ts";
import { aDocument } from "../../support/a-document.ts";

/** Names that every object answers to. */
const names = ["toString", "constructor", "hasOwnProperty", "__proto__", "valueOf"];

/** As it comes off the wire: `JSON.parse` makes even `__proto__` a field like any other. */
const hostile = (place: "content" | "own" | "rivals"): Document => {
  const { stamps, ...rest } = aDocument("person", "1") as unknown as Document;
  const fields = (value: string) => names.map((name) => `"${name}":${value}`).join();
  const parts = {
    content: { document: fields('"x"'), own: "" },
    own: { document: "", own: fields('"1.dev1"') },
    rivals: { document: `"rivals":{${fields('[["1.dev1","x"],["1.dev2","y"]]')}}`, own: "" },
  }[place];
  const head = JSON.stringify(rest).slice(0, -1);
  const stamped = `${JSON.stringify(stamps).slice(0, -1)},"own":{${parts.own}}}`;
  return JSON.parse(`${head},"stamps":${stamped}${parts.document && `,${parts.document}`}}`);
};

test.each(["content", "own", "rivals"] as const)(
  "Fields that are called like an object's own methods break no merge: in %s",
  (place) => {
    const [good, bad] = [aDocument("person", "1") as unknown as Document, hostile(place)];
    for (const [mine, theirs] of [
      [good, bad],
      [bad, good],
      [bad, bad],
    ] as const) {
      expect(
        [...writesOf(merge(kinds.person.rule, mine, theirs)).keys()].filter((field) => names.includes(field)),
      ).toEqual([]);
      expect(includes(mine, theirs)).toBe(true);
    }
    expect(({} as { x?: unknown }).x).toBeUndefined();
  },
);
