// `npm start`: one process that serves the app, the store and the workers.
import { ready } from "./prepare.mjs";

ready();
await import("../dist/server/main.js");
