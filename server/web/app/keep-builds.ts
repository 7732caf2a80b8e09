import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** One build that was served here: its name and its hashed files. */
type Build = { readonly id: string; readonly files: readonly string[] };

const builds = 5;

/**
 * Keeps the hashed files of the last five builds in `kept`: a phone that still runs an older app asks for the files of its own
 * build. Answers the folder to serve after the app's own.
 */
export const keepBuilds = (app: string, kept: string): string => {
  const from = join(app, "assets");
  const into = join(kept, "assets");
  mkdirSync(into, { recursive: true, mode: 0o700 });
  if (!existsSync(from)) return kept;
  const files = readdirSync(from).sort();
  const id = createHash("sha256").update(files.join("\n")).digest("hex").slice(0, 16);
  const known = readBuilds(kept);
  const list = [{ id, files }, ...known.filter((build) => build.id !== id)].slice(0, builds);
  for (const file of files) if (!existsSync(join(into, file))) copyFileSync(join(from, file), join(into, file));
  const wanted = new Set(list.flatMap((build) => build.files));
  for (const file of readdirSync(into)) if (!wanted.has(file)) rmSync(join(into, file), { force: true });
  writeFileSync(join(kept, "builds.json.new"), JSON.stringify(list));
  renameSync(join(kept, "builds.json.new"), join(kept, "builds.json"));
  return kept;
};

const readBuilds = (kept: string): readonly Build[] => {
  try {
    return JSON.parse(readFileSync(join(kept, "builds.json"), "utf8"));
  } catch {
    return [];
  }
};
