import type { Document } from "../../src/domain/model/document.ts";
import { ok, type Result } from "../../src/domain/model/result.ts";
import type { ImportError } from "../import/source/import-error.ts";
import { type ImportPlan, planImport } from "../import/plan-import.ts";
import { demoDay, readDemoFiles } from "./demo-data.ts";

/**
 * The demo's documents with its day moved to the day of `now` (ISO 8601): the buses that board leave today. Whoever would only
 * arrive later today is left out.
 */
export const planDemo = (now: string): Result<ImportPlan, readonly ImportError[]> => {
  const today = now.slice(0, 10);
  const plan = planImport(readDemoFiles(), { today, shiftDays: daysBetween(demoDay, today) });
  if (!plan.ok) return plan;
  const databases = plan.value.databases.map(({ name, documents }) => ({ name, documents: arrived(documents, now) }));
  return ok({ ...plan.value, databases });
};

const arrived = (documents: readonly Document[], now: string): readonly Document[] => {
  const later = new Set(documents.filter(({ arrivedAt }) => String(arrivedAt ?? "") > now).map(({ _id }) => _id));
  const people = new Set(documents.filter(({ groupId }) => later.has(String(groupId))).map(({ _id }) => _id));
  const gone = (document: Document) =>
    later.has(document._id) || people.has(document._id) || people.has(String(document.personId)) || isEventAfter(document, now);
  return documents.filter((document) => !gone(document));
};

const isEventAfter = ({ kind, at }: Document, now: string): boolean => kind === "presence" && String(at) > now;

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
