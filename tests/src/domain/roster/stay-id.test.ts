import { expect, test } from "vitest";
import type { Stay } from "../../../../src/domain/model/kinds/stay.ts";
import { stayIdFor } from "../../../../src/domain/roster/stay-commands.ts";

const person = { _id: "person:a", site: "medyka" } as const;
const before = (...numbers: readonly number[]) =>
  numbers.map((number) => ({ stay: { _id: `stay:a.medyka.${number}` } as Stay, events: [] }));

test("A person's next stay is a new one, whatever numbers were given before", () => {
  expect(stayIdFor(person, [])).toBe("stay:a.medyka.1");
  expect(stayIdFor(person, before(1))).toBe("stay:a.medyka.2");
  expect(stayIdFor(person, before(2))).toBe("stay:a.medyka.3");
  expect(stayIdFor(person, before(2, 3, 5))).toBe("stay:a.medyka.4");
  expect(stayIdFor(person, before(2, 4, 5))).toBe("stay:a.medyka.6");
});
