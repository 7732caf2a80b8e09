import { firstVersion } from "../../../src/domain/merge/next-version.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { person } from "../../../src/domain/model/kinds/person.ts";
import { ok } from "../../../src/domain/model/result.ts";
import type { Phone } from "./phone.ts";
import type { TestServer } from "./test-server.ts";

export const site = "site-medyka";

export const aPerson = (key: string, content: object = {}) => ({
  kind: "person",
  id: `person:${key}`,
  content: { site: "medyka", recordState: "quick", givenName: "Оля", ...content },
});

export const register = (phone: Phone, key: string, content: object = {}) =>
  phone.store.add(site, [aPerson(key, content)]);

/** Changes fields of a person as a form would. */
export const edit = (phone: Phone, key: string, change: object) =>
  phone.store.change(site, `person:${key}`, (before: Document) => ok({ ...before, ...change } as Document));

export const seen = (phone: Phone, key: string): Document | undefined =>
  phone.store.rows(site).get(`person:${key}`)?.document;

/** People that somebody else has registered already, on the server. */
export const peopleOnServer = async (server: TestServer, count: number): Promise<void> => {
  const docs = Array.from({ length: count }, (_, place) => {
    const { id, content } = aPerson(`s${place}`);
    return firstVersion(person, id, content, { by: "eva", device: "eva1", at: "2026-11-24T07:00:00.000Z" });
  });
  await server.couch.post(`${site}/_bulk_docs`, { docs });
};
