import type { Frame } from "./decode/grey-image.ts";

/** Reads codes in pictures, one after the other. */
export type Decoder = {
  /** Texts of the codes that are seen: none, one, or two where there are more. */
  decode(frame: Frame): Promise<readonly string[]>;
  close(): void;
};

/** In a worker: the page answers meanwhile. */
export const decoderIn = (worker: Worker): Decoder => {
  let answer: (texts: readonly string[]) => void = () => {};
  worker.onmessage = ({ data }: MessageEvent<readonly string[]>) => answer(data);
  // A picture that could not be read: the next one is.
  worker.onerror = () => answer([]);
  return {
    decode: (frame) =>
      new Promise((resolve) => {
        answer = resolve;
        worker.postMessage(frame, [frame.data.buffer]);
      }),
    close: () => {
      worker.terminate();
      answer([]);
    },
  };
};

/** In the page, where no worker can be had. */
export const decoderHere = (): Decoder => ({
  decode: async (frame) => (await import("./decode/read-code.ts")).readCodes(frame),
  close: () => {},
});
