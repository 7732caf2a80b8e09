import { demoAccounts } from "./demo/demo-accounts.ts";
import { isEmpty, seedDemo } from "./demo/seed-demo.ts";
import { FolderInUse } from "./operations/hold-folder.ts";
import { serve } from "./serve.ts";
import { readSettings } from "./settings.ts";

// Whatever is made from here on is the owner's alone.
process.umask(0o077);
const settings = readSettings(process.env);
const log = (event: object) => console.error(JSON.stringify({ at: new Date().toISOString(), ...event }));
const running = await serve(settings, { log }).catch((error: unknown) => {
  if (!(error instanceof FolderInUse)) throw error;
  console.error(error.message);
  process.exit(1);
});

if (settings.demo && (await isEmpty(running.couch))) {
  const access = { baseUrl: `${running.address}/db`, ...settings.admin };
  const seeded = await seedDemo(running.couch, access, new Date().toISOString());
  if (!seeded.ok) log({ event: "demo-failed", reason: seeded.error });
  await running.provision();
}

console.log(`Prystan: http://localhost:${settings.port}`);
if (settings.adminIsNew) console.log(`Administrator: ${settings.admin.user}  ${settings.admin.password}  (shown once)`);
if (settings.demo) {
  console.log("Demonstration accounts:");
  for (const { name, passphrase } of demoAccounts) console.log(`  ${name.padEnd(12)} ${passphrase}`);
}

const stop = async () => {
  await running.stop();
  process.exit(0);
};
process.once("SIGINT", () => void stop());
process.once("SIGTERM", () => void stop());
