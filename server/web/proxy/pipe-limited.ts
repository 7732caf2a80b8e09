import type { ClientRequest } from "node:http";
import { type Readable, Transform } from "node:stream";

/** Pipes a body on as fast as it is taken. One that is longer than allowed ends the request with the error `TOO_LARGE`. */
export const pipeLimited = (body: Readable, most: number, into: ClientRequest): void => {
  let bytes = 0;
  const measure = new Transform({
    transform(piece: Buffer, _, done) {
      bytes += piece.length;
      if (bytes <= most) return done(null, piece);
      into.destroy(Object.assign(new Error("too large"), { code: "TOO_LARGE" }));
    },
  });
  body.once("error", (error) => into.destroy(error));
  // CouchDB may answer before it has read everything; the rest is then read and dropped.
  into.once("close", () => body.unpipe(measure).resume());
  body.pipe(measure).pipe(into);
};
