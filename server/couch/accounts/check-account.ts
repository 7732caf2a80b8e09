import { isStrings, type JsonObject } from "../json/json.ts";
import { isDatabaseAdmin, isServerAdmin, type UserContext } from "./user-context.ts";

/** CouchDB's rules for a document of `_users`, in its order. Gives the reason of a refusal, undefined if all is well. */
export const accountFault = (
  doc: JsonObject,
  old: JsonObject | null,
  user: UserContext,
  security: JsonObject,
): string | undefined => {
  if (doc._deleted === true) {
    const isOwn = old !== null && user.name !== null && user.name === old.name;
    return isServerAdmin(user) || isOwn ? undefined : "Only admins may delete other user docs.";
  }
  return formFault(doc, old) ?? passwordFault(doc) ?? authorityFault(doc, old, user, security) ?? nameFault(doc);
};

const formFault = (doc: JsonObject, old: JsonObject | null): string | undefined => {
  if (doc.type !== "user") return "doc.type must be user";
  if (!doc.name) return "doc.name is required";
  if (!doc.roles) return "doc.roles must exist";
  if (!Array.isArray(doc.roles)) return "doc.roles must be an array";
  if (!isStrings(doc.roles)) return "doc.roles can only contain strings";
  if (doc._id !== `org.couchdb.user:${doc.name}`) return "Doc ID must be of the form org.couchdb.user:name";
  return old && old.name !== doc.name ? "Usernames can not be changed." : undefined;
};

const passwordFault = (doc: JsonObject): string | undefined => {
  const { password_scheme: scheme, password_sha: sha, salt } = doc;
  if (sha && !salt) return "Users with password_sha must have a salt. See /_utils/script/couch.js for example code.";
  if (scheme && !["simple", "pbkdf2", "simple+pbkdf2"].includes(String(scheme)))
    return `Password scheme \`${scheme}\` not supported.`;
  if (scheme !== "pbkdf2") return undefined;
  if (typeof doc.iterations !== "number") return "iterations must be a number.";
  return typeof doc.derived_key === "string" ? undefined : "derived_key must be a string.";
};

const authorityFault = (
  doc: JsonObject,
  old: JsonObject | null,
  user: UserContext,
  security: JsonObject,
): string | undefined => {
  if (isDatabaseAdmin(user, security)) return undefined;
  if (!old) return (doc.roles as string[]).length > 0 ? "Only _admin may set roles" : undefined;
  if (user.name !== doc.name) return "You may only update your own user document.";
  const sorted = (roles: unknown): string => JSON.stringify(Array.isArray(roles) ? [...roles].sort() : []);
  return sorted(old.roles) === sorted(doc.roles) ? undefined : "Only _admin may edit roles";
};

const nameFault = (doc: JsonObject): string | undefined => {
  const isSystemRole = (role: string) => role.startsWith("_") && role !== "_metrics";
  if ((doc.roles as string[]).some(isSystemRole)) return "No system roles (starting with underscore) in users db.";
  const name = String(doc.name);
  if (name.startsWith("_")) return "Username may not start with underscore.";
  return name.includes(":") ? "Character `:` is not allowed in usernames." : undefined;
};
