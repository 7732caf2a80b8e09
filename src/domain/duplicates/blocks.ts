import type { NamePart } from "./name-part.ts";
import type { Traits } from "./traits.ts";

/**
 * Under which keys somebody is looked for: two people who may be one have a key in common. The beginning of any of their names as it sounds,
 * a name that a short form belongs to, and the birthday.
 */
export const blocksOf = (traits: Traits): readonly string[] => {
  const blocks = new Set<string>();
  const add = (key: string) => {
    if (key === "") return;
    const start = key.slice(0, firstSounds + 1);
    for (let place = 1; place < start.length; place++) blocks.add(start.slice(0, place) + start.slice(place + 1));
    blocks.add(key.slice(0, firstSounds));
  };
  const addPart = (part: NamePart | undefined) => {
    for (const key of [...(part?.sounds ?? []), ...(part?.forms ?? []), ...(part?.switched ?? [])]) add(key);
    for (const word of part?.words ?? []) for (const key of word) add(key);
    for (const key of part?.switchedForms ?? []) add(key);
  };
  for (const { family, given } of traits.names) {
    addPart(family);
    addPart(given);
  }
  for (const name of traits.otherNames) addPart(name);
  if (traits.birth?.precision === "day") blocks.add(traits.birth.date);
  return [...blocks];
};

/** Three keep the true pairs of the domain reference (5.4); of four any one but the first may be wrong. */
const firstSounds = 3;
