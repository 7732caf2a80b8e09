// `npm start`: one process that serves the app, the store and the workers.
import { prepareServer } from "./prepare.mjs";

prepareServer();
await import("../dist/server/main.js");
