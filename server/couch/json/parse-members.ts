import { badRequest } from "../refuse.ts";
import { isObject, type Json } from "./json.ts";
import { MAX_DEPTH, parseJson, textOf } from "./parse-json.ts";
import { INVALID, scanJson } from "./scan-json.ts";

/** The members of a JSON object in their order, each as often as it is written; refuses (400) what `parseJson` does but for that. */
export const parseMembers = (source: Buffer | string): readonly (readonly [name: string, value: Json])[] => {
  const text = textOf(source);
  const { members } = scanJson(text, MAX_DEPTH);
  if (members > MOST_MEMBERS) return badRequest(`A JSON object has at most ${MOST_MEMBERS} members.`);
  if (!isJsonObject(text)) return badRequest("Request body must be a JSON object");
  const list = parseJson(asList(text)) as Json[];
  return Array.from({ length: list.length / 2 }, (_, place) => {
    const name = list[2 * place] as string;
    if (name === "__proto__" || name === "constructor") badRequest(`Illegal member name: ${name}`);
    return [name, list[2 * place + 1] as Json] as const;
  });
};

const MOST_MEMBERS = 10_000;

const isJsonObject = (text: string): boolean => {
  try {
    return isObject(JSON.parse(text) as Json);
  } catch {
    return badRequest(INVALID);
  }
};

/** `{"a":1,"a":2}` as `["a",1,"a",2]`; the text is valid JSON. */
const asList = (text: string): string => {
  let depth = 0;
  return text.replace(/"(?:[^"\\]+|\\.)*"|[[\]{}:]/g, (token) => {
    if (token === ":") return depth === 1 ? "," : token;
    if (token === "{" || token === "[") return depth++ === 0 ? "[" : token;
    if (token === "}" || token === "]") return --depth === 0 ? "]" : token;
    return token;
  });
};
