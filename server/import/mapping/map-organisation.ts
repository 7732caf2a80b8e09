import * as v from "valibot";
import type { NewDocument } from "../../../src/domain/merge/new-document.ts";
import { key, leftOut, maybe, words } from "../source/source-schemas.ts";
import { type Mapping, withoutMissing } from "./mapping.ts";

export const organisationRow = v.strictObject({
  id: key(),
  name: words(120),
  short: maybe(words(40)),
  role: leftOut(),
});

export const mapOrganisation = (row: v.InferOutput<typeof organisationRow>, { id }: Mapping): NewDocument => ({
  kind: "organisation",
  id: id("organisation", row.id),
  content: withoutMissing({ name: row.name, short: row.short }),
});
