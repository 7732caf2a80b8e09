// `npm run prystan -- …`: builds what is missing, then runs the operator's command line.
import { prepareServer } from "../prepare.mjs";

prepareServer();
await import("../../dist/server/prystan.js");
