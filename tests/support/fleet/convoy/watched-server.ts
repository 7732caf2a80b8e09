import { siteOfRole } from "../../../../src/domain/model/databases.ts";
import type { Handled, Handling, TestServer } from "../test-server.ts";

/** The server as one account meets it. `tell` hears where it is let in at a site where it has no role: to read or to write. */
export const watchedServer = (
  server: TestServer,
  roles: () => readonly string[],
  tell: (violation: string) => void,
): TestServer => ({
  ...server,
  handle: async (request) => {
    const answer = await server.handle(request);
    const site = /^site-([^/?]+)\//.exec(request.path)?.[1];
    if (site !== undefined && !roles().some((role) => siteOfRole(role) === site) && isLetIn(request, answer))
      tell(`P5: ${roles()} was let into ${site}: ${request.method} ${request.path.split("?")[0]}`);
    return answer;
  },
});

const isLetIn = ({ path }: Handled, { status, body }: Handling): boolean =>
  status < 300 && (!path.includes("_bulk_docs") || body.includes('"ok":true'));
