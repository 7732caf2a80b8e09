import type { TestServer } from "./a-server.ts";

type Design = { readonly validate_doc_update: string; readonly [field: string]: unknown };

/** The server refuses, besides what it refuses anyway, what `condition` says of `doc` and `user`. Answers how to stop that. */
export const refuseWrites = async (
  server: TestServer,
  database: string,
  condition: string,
  reason: string,
): Promise<() => Promise<void>> => {
  const path = `${database}/_design/prystan`;
  const usual = await server.couch<Design>(path);
  const put = async (validate_doc_update: string) => {
    const current = await server.couch<Design>(path);
    await server.couch(path, { method: "PUT", body: JSON.stringify({ ...current, validate_doc_update }) });
  };
  await put(`function (doc, before, user, state) {
    if (${condition}) throw { forbidden: ${JSON.stringify(reason)} };
    return (${usual.validate_doc_update})(doc, before, user, state);
  }`);
  return () => put(usual.validate_doc_update);
};
