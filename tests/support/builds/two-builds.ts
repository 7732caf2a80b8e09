import { cpSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildUnderTest } from "./build-under-test.ts";

/** What the page says of itself to a phone's home screen: by it one tells the builds. */
export const firstTitle = "Prystan";
export const secondTitle = "Prystan 2";
const naming = (title: string) => `name="apple-mobile-web-app-title" content="${title}"`;

/**
 * The build that is there, and another one in which every hashed file has another name, as after a change of the whole app. Both
 * run where they lie; what they need from `node_modules` is linked.
 */
export const twoBuilds = (folder: string): readonly [first: string, second: string] => {
  const [first, second] = [join(folder, "first"), join(folder, "second")];
  for (const build of [first, second]) cpSync(buildUnderTest(), build, { recursive: true });
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  const app = join(second, "app");
  const assets = join(app, "assets");
  const packed = (name: string) => /\.(br|gz)$/.test(name);
  const names = readdirSync(assets).filter((name) => !packed(name));
  const renamed = new Map(
    names.map((name) => [
      name,
      name.replace(
        /-([\w-])([\w-]{7})\.(\w+)$/,
        (_, first, rest, end) => `-${first === "z" ? "y" : "z"}${rest}.${end}`,
      ),
    ]),
  );
  for (const path of readdirSync(app, { recursive: true, encoding: "utf8" })) {
    if (packed(path)) rmSync(join(app, path));
    else if (/\.(js|css|html)$/.test(path)) rewrite(join(app, path), renamed);
  }
  for (const [before, after] of renamed) renameSync(join(assets, before), join(assets, after));
  return [first, second];
};

const rewrite = (file: string, renamed: ReadonlyMap<string, string>): void => {
  let text = readFileSync(file, "utf8");
  for (const [before, after] of renamed) text = text.replaceAll(before, after);
  if (file.endsWith("index.html")) text = text.replace(naming(firstTitle), naming(secondTitle));
  // A page that changed has another revision in the list of the service worker.
  if (file.endsWith("sw.js")) text = text.replace(/(\/index\.html`,revision:`)\w{8}/, "$1ffffffff");
  writeFileSync(file, text);
};
