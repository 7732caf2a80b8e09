import type { Command } from "./commands.ts";

/** What once failed, whatever the reason was: played again in each run, also where the same seed would draw something else today. */
export const failedSequences: readonly FailedSequence[] = [
  {
    from: "seed 20261124, 117:9:1:0:3:1:37:24:0:0",
    sizes: [2, 1],
    commands: `write 3 1 givenName, new 0 2, new 0 1, rest 0, clock 3 -89524577, write 0 0 givenName, new 0 1, sync 1, sync 1,
      sync 2, new 0 2, spoil 3 2, repair 2 2, sync 3, tick 0, rest 0, write 0 2 givenName, new 1 1, write 2 0 givenName,
      fault 3 2 403, fault 2 2 lostAfter, sync 0, sync 2, sync 3, fault 0 1 late, fault 2 3 hangs, sync 2, leaf 3 0 givenName,
      fault 3 3 jsonPortal, write 2 2 givenName`,
  },
  {
    from: "seed 771001, 258:1:130",
    sizes: [3, 1],
    commands: `rest 0, write 3 0 givenName, new 0 2, settle 2 1, online 0, fault 2 4 403, new 3 0, new 0 1, signIn 1, crash 0,
      leaf 2 0 givenName, fault 0 2 413, fault 1 3 503, clock 1 -6, new 3 1, signIn 0, write 0 2 familyName, fault 0 2 lostAfter,
      settle 3 1, offline 3, write 3 0 givenName, sync 2, sync 0, sync 1, clock 2 -116424691, fault 2 3 lostAfter, new 3 1,
      repair 1 0, crash 0, fault 3 2 hangs, new 3 2, fault 2 4 401, full 0, fault 0 0 413, sync 0, sync 0, offline 2,
      write 3 1 familyName, write 2 1 givenName, write 2 0 otherNames, tick 3, crash 0, new 3 1, new 1 2, write 3 1 givenName,
      fault 3 3 late, signOut 0, leaf 3 2 otherNames, write 2 1 givenName, write 0 0 givenName`,
  },
];

type FailedSequence = {
  /** What drew it. */
  readonly from: string;
  readonly sizes: readonly [number, number];
  /** `type phone number word`, as far as a command has them. */
  readonly commands: string;
};

export const commandsIn = ({ commands }: FailedSequence): readonly Command[] =>
  commands.split(",").map((text) => {
    const [type = "", phone, number, word] = text.trim().split(/\s+/);
    const [called, chosen] = names[type] ?? ["doc", "field"];
    return {
      type,
      phone: Number(phone),
      ...(number !== undefined && { [called]: Number(number) }),
      ...(word !== undefined && { [chosen]: word }),
    } as unknown as Command;
  });

const names: Readonly<Record<string, readonly [number: string, word: string]>> = {
  fault: ["after", "fault"],
  clock: ["seconds", ""],
};
