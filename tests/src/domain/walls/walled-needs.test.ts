import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes } from "../../../../src/domain/model/codes.ts";
import type { Person } from "../../../../src/domain/model/kinds/person.ts";
import { type NoteContent, packNote } from "../../../../src/domain/walls/note-content.ts";
import { unpackNote } from "../../../../src/domain/walls/unpack-note.ts";
import { isWalledNeed, wallOff } from "../../../../src/domain/walls/walled-needs.ts";

const record = (needFlags?: Person["needFlags"], placeMarks?: Person["placeMarks"]) => ({
  ...(needFlags && { needFlags }),
  ...(placeMarks && { placeMarks }),
});

describe("What stays at a site of what was ticked", () => {
  test("The bed, not why: a pregnant woman keeps her lower bunk", () => {
    const { person, notes } = wallOff(record(["pregnant", "interpreter"]));
    expect(person).toEqual({ needFlags: ["interpreter"], placeMarks: ["lower_bunk"] });
    expect(notes).toEqual([{ topic: "health", needs: ["pregnant"] }]);
  });

  test("Of a wish to talk in private nothing", () => {
    expect(wallOff(record(["talk_private"]))).toEqual({ person: {}, notes: [{ topic: "talk_private" }] });
  });

  test("Marks that somebody ticked stay, none twice", () => {
    const { person } = wallOff(record(["mobility", "disability"], ["lower_bunk", "no_animals"]));
    expect(person.placeMarks).toEqual(["lower_bunk", "no_animals", "ground_floor", "wheelchair_space"]);
  });

  test("A record without any is the same record", () => {
    const person = record(["infant"]);
    expect(wallOff(person).person).toBe(person);
  });

  test("Whatever was ticked: nothing of it stays, nothing is lost, twice is once", () => {
    fc.assert(
      fc.property(fc.subarray([...codes.needFlag]), fc.subarray([...codes.placeMark]), (needs, marks) => {
        const { person, notes } = wallOff(record(needs, marks));
        expect((person.needFlags ?? []).some(isWalledNeed)).toBe(false);
        const noted = notes.flatMap((note) => [
          ...(note.needs ?? []),
          ...(note.topic === "talk_private" ? [note.topic] : []),
        ]);
        expect([...(person.needFlags ?? []), ...noted].sort()).toEqual([...needs].sort());
        expect(person.placeMarks ?? []).toEqual(expect.arrayContaining(marks));
        expect(wallOff(person)).toEqual({ person, notes: [] });
      }),
    );
  });
});

describe("A note as it is sealed", () => {
  const short: NoteContent = { topic: "talk_private" };
  const long: NoteContent = { topic: "health", needs: ["pregnant", "medicine"], text: "Інсулін двічі на день" };

  test("Is read as it was written, and as long as any other", () => {
    expect([short, long].map((note) => unpackNote(packNote(note)))).toEqual([short, long]);
    expect(packNote(short)).toHaveLength(packNote(long).length);
  });

  test("Nothing else is taken for one", () => {
    for (const packed of ["", "{}", "[]", '{"topic":"gossip"}', '{"topic":"health","site":"lviv"}', "x"])
      expect(unpackNote(packed)).toBeUndefined();
  });
});
