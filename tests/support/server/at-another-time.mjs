// `node --import` this: the process lives `CLOCK_OFFSET` milliseconds after the rest of the world, or before it.
const Right = globalThis.Date;
const now = () => Right.now() + Number(process.env.CLOCK_OFFSET ?? 0);
globalThis.Date = class extends Right {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
  static now = now;
};
