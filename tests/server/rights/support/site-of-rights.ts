import fc from "fast-check";
import { saveAccount } from "../../../../server/accounts.ts";
import { connectCouch } from "../../../../server/couch-client.ts";
import { installDatabase } from "../../../../server/design/install.ts";
import type { Document } from "../../../../src/domain/document.ts";
import type { Kind } from "../../../../src/domain/kind.ts";
import { kinds } from "../../../../src/domain/kinds.ts";
import { firstVersion } from "../../../../src/domain/write.ts";
import { contentOf } from "../../../support/some-of.ts";
import { databases, people } from "./people.ts";

export const canary = "Kanarenko";
/** There in each database, put by the server itself. */
export const known = "person:known";

/** Makes every database and every account, and one document in each. `base` ends with `/db`. */
export const furnish = async (base: string): Promise<void> => {
  const couch = connectCouch(base, { user: "admin", password: "admin" });
  for (const database of databases) {
    await installDatabase(couch, database);
    await couch.put(`${database}/${known}`, { familyName: canary });
    await couch.put(`${database}/_local/phone`, { familyName: canary });
  }
  for (const { name, roles } of people) {
    if (name === "") continue;
    await saveAccount(couch, { name, roles: [], passphrase: name });
    const path = `_users/org.couchdb.user:${name}`;
    const { body } = await couch.get<{ _rev: string }>(path);
    await couch.put(path, { ...body, roles });
  }
  couch.close();
};

export type Told = { readonly status: number; readonly text: string };

export const asks =
  (base: string) =>
  async (name: string, method: string, path: string, body?: unknown): Promise<Told> => {
    const answer = await fetch(base + path, {
      method,
      headers: {
        ...(name !== "" && { authorization: `Basic ${btoa(`${name}:${name}`)}` }),
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };

const seed = 20_261_124;
let count = 0;

/** One sound document of each kind, of the site Medyka where it has one. */
export const oneOfEach = (author: string): readonly { readonly kind: Kind; readonly document: Document }[] =>
  Object.values<Kind>(kinds).map((kind) => {
    count += 1;
    const [content = {}] = fc.sample(contentOf(kind), { numRuns: 1, seed });
    const prefix = kind.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const hand = { by: author, device: "dev1", at: "2026-11-24T08:00:00.000Z" };
    const place = "site" in kind.fields ? { site: "medyka" } : {};
    const document = firstVersion(kind, `${prefix}:${count}`, { ...content, ...place }, hand);
    return { kind, document: JSON.parse(JSON.stringify(document)) as Document };
  });
