import { trustedScript } from "../../device/trusted-script.ts";
import worker from "../../ui/scanner/decode/decode-worker.ts?worker&url";
import { type Decoder, decoderHere, decoderIn } from "../../ui/scanner/decoder.ts";

/** Reads codes beside the page where the browser lets it. */
export const openDecoder = (): Decoder => {
  try {
    return decoderIn(new Worker(trustedScript(worker), { type: "module" }));
  } catch {
    return decoderHere();
  }
};
