import { Readable } from "node:stream";

/** A list of one page has a head, its rows and a tail. */
const PIECES_OF_A_PAGE = 3;

/** The pieces of a list of one page as one text, which costs no stream; a longer one is sent page by page as the reader takes it. */
export const wholeOrStream = async (pieces: Generator<string> | AsyncGenerator<string>): Promise<string | Readable> => {
  let first = "";
  for (let i = 0; i < PIECES_OF_A_PAGE; i++) {
    const { done, value } = await pieces.next();
    if (done) return first;
    first += value;
  }
  const next = await pieces.next();
  if (next.done) return first;
  const rest = async function* () {
    yield first;
    yield next.value;
    yield* pieces;
  };
  return Readable.from(rest(), { objectMode: false });
};
