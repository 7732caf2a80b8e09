import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { keepPrivate } from "../couch/store/private-file.ts";

/**
 * Makes a data folder and what a server puts into it their owner's alone: a volume, or whoever made the folder, may have given it to everybody,
 * and so may an older server. What else lies there is left alone.
 */
export const closeFolder = (folder: string): void => {
  keepPrivate(folder, 0o700);
  for (const name of readdirSync(folder)) if (ours.test(name)) closeAll(join(folder, name));
};

const ours = /^(couch\.sqlite|server\.lock|prystan-|keys\.json|last-backup\.json|audit$|expired$|builds$)/;

const closeAll = (path: string): void => {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat || stat.isSymbolicLink()) return;
  keepPrivate(path, stat.isDirectory() ? 0o700 : 0o600);
  if (stat.isDirectory()) for (const name of readdirSync(path)) closeAll(join(path, name));
};
