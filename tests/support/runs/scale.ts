/** One size for `npm test`, another for `npm run test:soak`. */
export const scale = <T>({ test, soak }: { readonly test: T; readonly soak: T }): T =>
  process.env.SOAK === "1" ? soak : test;
