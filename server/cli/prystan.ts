import { runCommand } from "./run-command.ts";

// Whatever is made from here on is the owner's alone.
process.umask(0o077);
process.exitCode = await runCommand(process.argv.slice(2), process.env, (line) => console.log(line));
