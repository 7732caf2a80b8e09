import type { Frame } from "./decode/grey-image.ts";

/** Reads codes in pictures, one after the other. */
export type Decoder = {
  /** The text of a code; undefined where none is seen. */
  decode(frame: Frame): Promise<string | undefined>;
  close(): void;
};

/** In a worker: the page answers meanwhile. */
export const decoderIn = (worker: Worker): Decoder => {
  let answer: (text: string | undefined) => void = () => {};
  worker.onmessage = ({ data }: MessageEvent<string | undefined>) => answer(data);
  // A picture that could not be read: the next one is.
  worker.onerror = () => answer(undefined);
  return {
    decode: (frame) =>
      new Promise((resolve) => {
        answer = resolve;
        worker.postMessage(frame, [frame.data.buffer]);
      }),
    close: () => {
      worker.terminate();
      answer(undefined);
    },
  };
};

/** In the page, where no worker can be had. */
export const decoderHere = (): Decoder => ({
  decode: async (frame) => (await import("./decode/read-code.ts")).readCode(frame),
  close: () => {},
});
