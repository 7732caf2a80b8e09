/** How a key is made of a passphrase: kept with what it opens, so that a later app may ask for more. */
export type Derivation = {
  readonly version: 1;
  /** KiB of memory, passes, lanes. Source: RFC 9106 section 4, second choice. */
  readonly memory: number;
  readonly passes: number;
  readonly lanes: number;
  /** 16 random bytes. */
  readonly salt: string;
};

export const freshDerivation = (salt: string): Derivation => ({
  version: 1,
  memory: 65_536,
  passes: 3,
  lanes: 1,
  salt,
});
