import { vibrate } from "./vibrate.ts";

/** Two tones that rise, one that asks, three that are low: told apart without looking, through a glove and in noise. */
const tones: Readonly<Record<Signal, readonly number[]>> = {
  good: [880, 1_320],
  ask: [660, 660],
  stop: [220, 220, 220],
};
const vibrations: Readonly<Record<Signal, number>> = { good: 80, ask: 200, stop: 500 };

export type Signal = "good" | "ask" | "stop";

let audio: AudioContext | undefined;

/** Felt where the phone can, and heard everywhere; what it says stands on the screen as well. */
export const signal = (what: Signal): void => {
  vibrate(vibrations[what]);
  if (!("AudioContext" in globalThis)) return;
  try {
    audio ??= new AudioContext();
    void audio.resume().catch(quiet);
    for (const [at, frequency] of tones[what].entries()) beep(audio, audio.currentTime + at * 0.16, frequency);
  } catch {
    // without sound: the screen and the vibration say the same
  }
};

const beep = (context: AudioContext, start: number, frequency: number): void => {
  const [tone, volume] = [context.createOscillator(), context.createGain()];
  tone.frequency.value = frequency;
  volume.gain.setValueAtTime(0.25, start);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.14);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.15);
};

const quiet = () => {};
