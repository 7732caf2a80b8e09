import { childFormId } from "../../../src/domain/child-form/form-id.ts";
import { preferOfficers } from "../../../src/domain/child-form/prefer-officers.ts";
import { authorIn } from "../../../src/domain/merge/next-version.ts";
import { cutText } from "../../../src/domain/model/cut-text.ts";
import { siteDatabase, tierOf, walledDatabase } from "../../../src/domain/model/databases.ts";
import type { Document } from "../../../src/domain/model/document.ts";
import { isTombstone } from "../../../src/domain/model/kind.ts";
import type { Child } from "../../../src/domain/model/kinds/child.ts";
import type { ConfidentialNote } from "../../../src/domain/model/kinds/confidential-note.ts";
import { isChildTopic } from "../../../src/domain/walls/note-content.ts";
import type { ChangeHandler } from "../catch-up.ts";
import { documentAt } from "../read-documents.ts";
import { serverAuthor } from "../server-author.ts";
import { type Stored, writeEach } from "../stored-documents.ts";
import { beginForm, knownOfChild } from "./fill-child-form.ts";
import { findPerson } from "./find-person.ts";
import { organisationOf } from "./organisation-of.ts";

/**
 * Begins the form (`kinds/child.ts`) of each child whom protection officers are told of, beside the concern, with what the site knows of it. Twice is once:
 * its id follows from the child.
 */
export const beginChildForms: ChangeHandler = async (couch, database, changed) => {
  if (tierOf(database) !== "protection") return true;
  const concerns = changed.filter(isChildConcern) as unknown as readonly ConfidentialNote[];
  let isDone = true;
  for (const { personId, personName: familyName, birth, site, at } of concerns) {
    if (await documentAt(couch, database, childFormId(personId))) continue;
    const person = await findPerson(couch, siteDatabase(site), personId);
    // Another organisation's site tells nothing of a child any more: what was told at first is what is known.
    const isOurs = person && (await isRunBy(database, organisationOf(couch, person.site)));
    const told = {
      site,
      personId,
      ...(familyName && { familyName: cutText(familyName, 80) }),
      ...(birth && { birth }),
    };
    isDone =
      (await beginForm(couch, database, isOurs ? (await knownOfChild(couch, person)).known : told, at)) && isDone;
  }
  return isDone;
};

/** Where an officer without a network wrote what was followed meanwhile, the officer's word stands and nobody is asked. */
export const settleChildForms: ChangeHandler = async (couch, database, changed) => {
  if (tierOf(database) !== "protection") return true;
  let isDone = true;
  for (const document of changed) {
    if (document.kind !== "child" || isTombstone(document) || document.rivals === undefined) continue;
    const { _rev, _conflicts, ...form } = document as unknown as Stored<Child & { readonly _conflicts?: unknown }>;
    const { by, device } = authorIn(serverAuthor(form.createdAt), database);
    const settled = preferOfficers(form as Child, { by, device });
    if (settled !== form) isDone = (await writeEach(couch, database, [{ ...settled, _rev }])) !== "again" && isDone;
  }
  return isDone;
};

const isChildConcern = (document: Document): boolean =>
  document.kind === "confidentialNote" &&
  !isTombstone(document) &&
  isChildTopic(document.topic as ConfidentialNote["topic"]);

const isRunBy = async (database: string, org: Promise<string | undefined>): Promise<boolean> =>
  database === walledDatabase("protection", (await org) ?? "");
