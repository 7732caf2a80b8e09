/**
 * Where guesses have used up what is judged at once: of all attempts that come while a slot lasts, one is judged when it ends, drawn by lot;
 * the others are refused at once. So many guesses more are judged as there are slots, and whoever knows the passphrase gets in after
 * as many slots as there are others who try at the same time, however long these go on.
 */
export type SlowLane = { readonly enter: (key: string) => Promise<boolean> };

type Chance = { readonly wait: (ms: number) => Promise<unknown>; readonly random: () => number };

/** Keys at once: more than a server judges in a slot. Requests beyond them are refused. */
const mostKeys = 2_000;

export const openSlowLane = (slotMs: number, { wait, random }: Chance): SlowLane => {
  const slots = new Map<string, { arrived: number; answer: (isDrawn: boolean) => void }>();
  return {
    enter: (key) =>
      new Promise((answer) => {
        const slot = slots.get(key);
        if (!slot && slots.size >= mostKeys) return answer(false);
        if (!slot) {
          const begun = { arrived: 1, answer };
          slots.set(key, begun);
          return void wait(slotMs).then(() => {
            slots.delete(key);
            begun.answer(true);
          });
        }
        slot.arrived += 1;
        if (random() * slot.arrived >= 1) return answer(false);
        slot.answer(false);
        slot.answer = answer;
      }),
  };
};
