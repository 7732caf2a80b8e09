import { connect } from "./support/client.mjs";
import { median, percentile, secondsOf } from "./support/report.mjs";
import { addAccounts, withServer } from "./support/server.mjs";

const [people, guesses, atOnce] = [14, 1_000, 50];
/** What the server itself hashes with. */
const iterations = 600_000;
const wrong = (number) => `p1.${String(number).padStart(43, "a")}`;

/** Attack A6: what a guesser learns from the time of an answer, and what a thousand guesses cost the others. */
export const logins = (built, report) =>
  withServer(built, async ({ port, root }) => {
    const accounts = await addAccounts(root, people, ["driver"], { prefix: "login", iterations });
    const signIn = async (name, password) => {
      const phone = connect(port);
      const { status } = await phone.send("POST", "/_session", JSON.stringify({ name, password }));
      phone.close();
      return status;
    };

    const ratios = [];
    for (const [number, { name }] of accounts.slice(0, 5).entries()) {
      const known = await secondsOf(() => signIn(name, wrong(number)));
      const unknown = await secondsOf(() => signIn(`nobody${number}`, wrong(number)));
      ratios.push(Math.max(known, unknown) / Math.min(known, unknown));
    }
    report.figure({
      name: "a wrong passphrase: an account's answer to that of a name that does not exist",
      value: median(ratios),
      unit: "x",
      bar: 1.1,
      rounds: ratios,
    });

    const [victim, ...others] = accounts;
    const before = [];
    for (const { name, password } of others.slice(0, 3)) before.push(await secondsOf(() => signIn(name, password)));
    const alone = median(before);
    let made = 0;
    const guess = async () => {
      for (made += 1; made <= guesses; made += 1) await signIn(victim.name, wrong(made));
    };
    const attack = Promise.all(Array.from({ length: atOnce }, guess));
    const times = [];
    for (const { name, password } of others.slice(3)) times.push(await secondsOf(() => signIn(name, password)));
    await attack;
    report.figure({
      name: `signing in while somebody guesses ${guesses} times: p95 to one alone`,
      value: percentile(times, 0.95) / alone,
      unit: "x",
      bar: 5,
      rounds: times.map((time) => time / alone),
    });
    report.figure({ name: "signing in while nobody guesses", value: alone * 1_000, unit: "ms" });
  });
