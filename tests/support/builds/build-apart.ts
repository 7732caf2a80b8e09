import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** A change of one source file: each text by what takes its place. */
type Change = { readonly file: string; readonly texts: readonly (readonly [before: string, after: string])[] };

/** What the app was before it knew the patronymic: neither the field nor its input. */
export const older: readonly Change[] = [
  { file: "src/domain/model/kinds/person.ts", texts: [["  patronymic: optional(name()),\n", ""]] },
  { file: "src/features/intake/people/person-fields.ts", texts: [['"patronymic", ', ""]] },
];

/** By this one sees on a page that a document was upgraded. */
export const madeByUpgrade = "Зчитане";

/** What the app may be one day: the patronymic came with version 2, and is read out of the given name where nobody wrote it. */
export const newer: readonly Change[] = [
  {
    file: "src/domain/model/kinds/person.ts",
    texts: [
      ['defineKind("person", 1,', 'defineKind("person", 2,'],
      [
        "  expiresAt: lastDay(),\n});",
        `  expiresAt: lastDay(),\n}, [{
           to: 2, field: "patronymic", make: ({ givenName }) => givenName && "${madeByUpgrade}",
           example: { before: { givenName: "Оля" }, after: { givenName: "Оля", patronymic: "${madeByUpgrade}" } },
         }]);`,
      ],
    ],
  },
];

/** Builds app and server from the sources of today with some changes, in a folder of its own, and answers where the build is. */
export const buildApart = (folder: string, changes: readonly Change[]): string => {
  mkdirSync(folder, { recursive: true });
  for (const part of sources) cpSync(part, join(folder, part), { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  for (const { file, texts } of changes) rewrite(join(folder, file), texts);
  return buildIn(folder);
};

/** Builds the sources that lie in a folder, and answers where the build is. */
export const buildIn = (folder: string): string => {
  const vite = resolve("node_modules/vite/bin/vite.js");
  for (const config of ["vite.config.ts", "server/vite.config.ts"]) {
    const { status, stderr } = spawnSync("node", [vite, "build", "--config", config], {
      cwd: folder,
      env: { ...process.env, NODE_ENV: "production" }, // a test runs in another one
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`no build with ${config}: ${stderr}`);
  }
  return join(folder, "dist");
};

const sources = [
  "src",
  "server",
  "sw",
  "locales",
  "public",
  "index.html",
  "vite.config.ts",
  "package.json",
  "tsconfig.base.json",
  "tsconfig.json",
];

/** What a change would look for in vain in the sources of today: the long suite would find it only after building. */
export const missingTexts = (changes: readonly Change[]): readonly string[] =>
  changes.flatMap(({ file, texts }) => {
    const source = readFileSync(file, "utf8");
    return texts.filter(([before]) => !source.includes(before)).map(([before]) => `${file}: ${before}`);
  });

const rewrite = (path: string, texts: Change["texts"]): void => {
  const source = readFileSync(path, "utf8");
  for (const [before] of texts) if (!source.includes(before)) throw new Error(`${path} has no ${before}`);
  writeFileSync(
    path,
    texts.reduce((text, [before, after]) => text.replace(before, after), source),
  );
};
