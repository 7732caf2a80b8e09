import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";

/** The build as it is shipped. */
export const shipped = "dist";

/** True where tests run with passphrases that are derived in no time, as `browser.config.ts` says. */
export const isQuick = process.env.QUICK_DERIVATION === "1";

/**
 * What a test serves: the build, or a copy of it that derives keys from passphrases in a thousandth of the work. The whole work
 * is more than a second for every unlock and sign-in; how hard a passphrase is to guess is not what journeys test.
 */
export const buildUnderTest = (): string => (isQuick ? quickCopy() : shipped);

const output = resolve("tests/.output");

const quickCopy = (): string => {
  const made = join(output, `quick-build-${statSync(`${shipped}/server/main.js`).mtimeMs}`);
  if (existsSync(made)) return made;
  mkdirSync(output, { recursive: true });
  const folder = mkdtempSync(join(output, "quick-build-begun-"));
  cpSync(shipped, folder, { recursive: true });
  weaken(join(folder, "app/assets"), /^argon2-.*\.js$/);
  weaken(join(folder, "server"), /^argon2\.js$/);
  // Two workers may make it at once: whoever is second uses the first one's.
  try {
    renameSync(folder, made);
  } catch {
    rmSync(folder, { recursive: true, force: true });
  }
  return made;
};

/** Writes other settings into the one file that derives. */
const weaken = (folder: string, named: RegExp): void => {
  const [name, ...others] = readdirSync(folder).filter((one) => named.test(one));
  if (name === undefined || others.length > 0) throw new Error(`what derives keys is not one file in ${folder}`);
  const text = readFileSync(join(folder, name), "utf8");
  const weak = text.replace(/memorySize:\s*\w+,(\s*)iterations:\s*\w+,/, "memorySize: 64,$1iterations: 1,");
  if (weak === text) throw new Error(`${name} derives keys in another way`);
  writeFileSync(join(folder, name), weak);
  for (const packed of [".br", ".gz"]) rmSync(join(folder, name + packed), { force: true });
};
