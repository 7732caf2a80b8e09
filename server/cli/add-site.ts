import { parseArgs } from "node:util";
import { firstVersion } from "../../src/domain/merge/next-version.ts";
import { checkDocument } from "../../src/domain/model/check-document.ts";
import { codes } from "../../src/domain/model/codes.ts";
import { siteDatabase } from "../../src/domain/model/databases.ts";
import type { Kind } from "../../src/domain/model/kind.ts";
import { organisation } from "../../src/domain/model/kinds/organisation.ts";
import { site } from "../../src/domain/model/kinds/site.ts";
import { installDatabase } from "../design/install-database.ts";
import { always, type Command, type Operation } from "./operation.ts";

const options = {
  name: { type: "string" },
  org: { type: "string" },
  "org-name": { type: "string" },
  type: { type: "string", default: "reception_point" },
} as const;

const slugs = /^[a-z][a-z0-9-]{0,40}$/;

/** A place, its organisation where that is new, and the databases of the place. Repeating it changes nothing. */
const run = async ({ couch, settings, say }: Operation, words: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
  const [slug] = positionals;
  const { name, org, type } = values;
  if (!slug || !slugs.test(slug) || !name || !org || !slugs.test(org)) {
    say("Needed: a short name (small letters, digits, dashes), --name and --org.");
    return 2;
  }
  const author = { by: settings.admin.user, device: "server", at: new Date().toISOString() };
  const add = (kind: Kind, id: string, content: object): Promise<string | undefined> =>
    addDocument({ couch }, kind, firstVersion(kind, id, { ...content }, author));
  const fault =
    (await add(organisation, `organisation:${org}`, { name: values["org-name"] ?? org })) ??
    (await add(site, `site:${slug}`, {
      site: slug,
      name,
      type,
      orgId: `organisation:${org}`,
      protected: false,
      status: "open",
    }));
  if (fault) {
    say(`Not added: ${fault}. Types of a place: ${codes.siteType.join(", ")}.`);
    return 1;
  }
  await installDatabase(couch, siteDatabase(slug));
  say(`${slug} is open. Add people: user add NAME --role lead:${slug}`);
  return 0;
};

/** Leaves what is there already; answers what is wrong. */
const addDocument = async (
  { couch }: Pick<Operation, "couch">,
  kind: Kind,
  document: { readonly _id: string },
): Promise<string | undefined> => {
  const [problem] = checkDocument(kind, document);
  if (problem) return `${problem.field} ${problem.type}`;
  const { status } = await couch.put(`directory/${encodeURIComponent(document._id)}`, document);
  return status < 300 || status === 409 ? undefined : `the server answered ${status}`;
};

export const siteAdd: Command = {
  name: "site add",
  takes: "SLUG --name NAME --org ORG",
  does: "adds a place and its databases",
  help: `Adds a place where people arrive or live, and its databases. SLUG is its short name for ever: it is in roles and in the
names of databases, so it says nothing about people.
  --name NAME       the name that people see
  --org ORG         short name of the organisation; made if it is new
  --org-name NAME   the organisation's full name, where it is new
  --type TYPE       ${codes.siteType.join(", ")} (reception_point)`,
  opens: always,
  run,
};
