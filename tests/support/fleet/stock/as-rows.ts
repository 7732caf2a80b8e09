import { rowId } from "../../../../src/store/row.ts";

type Json = { readonly [name: string]: unknown };

/**
 * A way to the server for code that takes the store's rows for the server's documents, as RxDB's plugin does: what goes out is
 * unpacked, what comes back is packed. Answers that are no JSON, or another one, stay as they are.
 */
export const asRows = (call: typeof fetch, database: string): typeof fetch => {
  const prefix = rowId(database, "");
  return async (input, init = {}) => {
    // The plugin ends each address with a question mark, and asks for keys in it.
    const path = String(input).replace(/\?$/, "").replaceAll(`"${prefix}`, '"');
    const body = init.body === undefined ? {} : { body: unpacked(String(init.body), prefix) };
    const answer = await call(path, { ...init, ...body });
    return new Response(packed(await answer.text(), database), { status: answer.status, headers: answer.headers });
  };
};

const unpacked = (text: string, prefix: string): string => {
  const { docs, keys, ...others } = JSON.parse(text) as { docs?: readonly Json[]; keys?: readonly string[] };
  return JSON.stringify({
    ...others,
    ...(docs && {
      docs: docs.map(({ document, _rev }) => ({ ...(document as Json), ...(_rev !== undefined && { _rev }) })),
    }),
    ...(keys && { keys: keys.map((key) => key.slice(prefix.length)) }),
  });
};

const packed = (text: string, database: string): string => {
  const answer = parsed(text);
  if (Array.isArray(answer)) return JSON.stringify(answer.map((row) => packedRow(row, database)));
  const { rows, results } = answer as { rows?: readonly Json[]; results?: readonly Json[] };
  const list = rows ?? results;
  if (!Array.isArray(list)) return text;
  const documents = list.filter(({ id }) => !String(id).startsWith("_design/"));
  return JSON.stringify({
    ...(answer as Json),
    [rows ? "rows" : "results"]: documents.map((row) => packedRow(row, database)),
  });
};

const packedRow = (row: Json, database: string): Json => {
  const { id, key, doc } = row as { id?: string; key?: string; doc?: Json | null };
  return {
    ...row,
    ...(id !== undefined && { id: rowId(database, id) }),
    ...(key !== undefined && { key: rowId(database, key) }),
    ...(doc && { doc: packedDocument(doc, database) }),
  };
};

const packedDocument = ({ _rev, ...document }: Json, database: string): Json => ({
  _id: rowId(database, String(document._id)),
  _rev,
  document,
  rev: "",
  sent: true,
});

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};
