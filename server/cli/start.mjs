// `npm run prystan -- …`: builds what is missing, then runs the operator's command line.
import { ready } from "../prepare.mjs";

ready();
await import("../../dist/server/prystan.js");
