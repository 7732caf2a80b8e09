/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [member: string]: Json };

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isStrings = (value: Json | undefined): value is string[] =>
  Array.isArray(value) && value.every((element) => typeof element === "string");
