import type { Edge } from "./pattern.ts";
import type { Automaton } from "./states-of.ts";

/** How many steps may still be taken. One step is one state that is visited for one character. */
export type Steps = { left: number };

/** Whether the text has the pattern anywhere; undefined where the steps do not suffice, and the next call goes on from there. */
export type Match = (steps: Steps) => boolean | undefined;

/** All states at once, character by character: text × states steps, whatever the pattern is. Stops only between two characters. */
export const openMatch = ({ states, start }: Automaton, text: string): Match => {
  const seenAt = new Int32Array(states.length).fill(-1);
  let current: number[] = [];
  let before: number | undefined;
  let place = 0;
  return (steps) => {
    while (steps.left > 0) {
      const code = text.codePointAt(place);
      const isAtEdge = (edge: Edge) => EDGES[edge](before, code);
      const taking: number[] = [];
      const open = [start, ...current];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        steps.left--;
        if (seenAt[at] === place) continue;
        seenAt[at] = place;
        const state = states[at];
        if (state?.type === "end") return true;
        if (state?.type === "take") taking.push(at);
        else if (state?.type === "fork") for (const next of state.nexts) open.push(next);
        else if (state && isAtEdge(state.edge)) open.push(state.next);
      }
      if (code === undefined) return false;
      current = [];
      for (const at of taking) {
        const state = states[at];
        if (state?.type === "take" && state.has(code)) current.push(state.next);
      }
      before = code;
      place += code > 0xffff ? 2 : 1;
    }
    return undefined;
  };
};

type Character = number | undefined;

const isWord = (code: Character): boolean => code !== undefined && code < 128 && /\w/.test(String.fromCharCode(code));

const EDGES: Readonly<Record<Edge, (before: Character, after: Character) => boolean>> = {
  start: (before) => before === undefined,
  end: (_, after) => after === undefined,
  word: (before, after) => isWord(before) !== isWord(after),
  insideWord: (before, after) => isWord(before) === isWord(after),
};
