// `node --import` this: the process lives `CLOCK_OFFSET` milliseconds after the rest of the world, or before it.
import { ServerResponse } from "node:http";

const Right = globalThis.Date;
const now = () => Right.now() + Number(process.env.CLOCK_OFFSET ?? 0);
globalThis.Date = class extends Right {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
  static now = now;
};

// Node dates its answers by a clock of its own, and phones go by that date. What is passed on brings its own.
const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function (...given) {
  const isPassedOn = Array.isArray(given.at(-1));
  if (!isPassedOn && !this.hasHeader("date")) this.setHeader("date", new Date().toUTCString());
  return writeHead.apply(this, given);
};
