import { siteDatabase } from "../../../../../src/domain/model/databases.ts";
import type { Command, PhoneAct } from "../commands.ts";
import { type Convoy, now, type Traveller } from "../convoy.ts";
import * as people from "./people.ts";
import { actOnPassenger, actOnTrip, changeDriver, handOver } from "./trips.ts";

/** Does one command. A phone that is locked does nothing. */
export const play = async (convoy: Convoy, command: Command): Promise<void> => {
  await onServer(convoy, command);
  if (command.type === "quiet") await quiet(convoy);
  if (command.type === "tabs") await openTabs(convoy, command.count);
  if (!("phone" in command)) return;
  const traveller = convoy.travellers[command.phone] as Traveller;
  if (command.type === "unlock") await traveller.open();
  if (!traveller.isOpen) return;
  await onPhone(convoy, traveller, command);
  await happen(traveller, command.type as PhoneAct);
  if (!traveller.isOpen) return;
  await traveller.phone.idle();
  if (traveller.phone.network.hangs) await reopen(traveller);
};

const onServer = async ({ processes, slugs, ...convoy }: Convoy, command: Command): Promise<void> => {
  if (command.type === "role") await giveOrTake({ processes, slugs, ...convoy }, command.account, command.role);
  if (!("server" in command)) return;
  const process = processes[command.server] ?? processes[0];
  if (command.type === "work") await process.work();
  if (command.type === "release") await process.release();
  if (command.type === "expire") await process.expire(slugs.map(siteDatabase));
  if (command.type === "hold") process.holdAt(command.after);
  if (command.type === "holdAfterAccounts") process.holdAfterAccounts();
  if (command.type === "die") process.dieAt(command.after);
};

/** The administrator gives an account a role, or takes it. */
const giveOrTake = async (
  { travellers, roles, server, ledger }: Convoy,
  place: number,
  number: number,
): Promise<void> => {
  const traveller = travellers[place];
  const role = traveller?.changing[number];
  if (!traveller || !role) return;
  const own = roles.get(traveller.name) ?? [];
  const isTaken = own.includes(role);
  const after = isTaken ? own.filter((one) => one !== role) : [...own, role];
  roles.set(traveller.name, after);
  if (isTaken) ledger.lost(traveller.name);
  await server.addAccount(traveller.name, after);
};

/** Whoever can sends and receives, and the server does its part. */
const quiet = async ({ travellers, processes: [process] }: Convoy): Promise<void> => {
  await process.work();
  for (const traveller of travellers) {
    if (!traveller.isOpen) continue;
    await traveller.phone.sync();
    if (traveller.phone.network.hangs) await reopen(traveller);
  }
};

const openTabs = async ({ travellers }: Convoy, count: number): Promise<void> => {
  const [traveller] = travellers;
  await traveller?.openTabs(count);
  if (traveller?.phone.network.hangs) await reopen(traveller);
};

const onPhone = async (convoy: Convoy, traveller: Traveller, command: Command): Promise<void> => {
  const { phone } = traveller;
  switch (command.type) {
    case "write":
      return people.write(convoy, traveller, people.personId(command.person), command.field);
    case "settle":
      return people.settle(convoy, traveller, people.personId(command.person), command.field);
    case "label":
      return people.write(convoy, traveller, people.groupId, 0);
    case "move":
    case "stay":
      return people.move(convoy, traveller, people.personId(command.person), command.type === "move");
    case "end":
      return people.end(convoy, traveller, people.personId(command.person), now);
    case "bed":
      return people.giveBed(convoy, traveller, people.personId(command.person), command.bed);
    case "checkOut":
      return people.checkOut(convoy, traveller, people.personId(command.person));
    case "publish":
    case "depart":
    case "arrive":
      return actOnTrip(convoy, traveller, command.trip, command.type);
    case "handover":
      return handOver(convoy, traveller, command.trip, command.person, command.copy);
    case "driver":
      return changeDriver(convoy, traveller, command.trip, convoy.travellers[2 * command.account]?.name ?? "");
    case "book":
    case "offList":
    case "board":
    case "unboard":
    case "noShow":
    case "settleBoarding":
      return actOnPassenger(convoy, traveller, command.trip, command.type, command.person);
    case "fault":
      phone.network.faults.push(...new Array(command.after).fill(undefined), command.fault);
      phone.network.meanwhile = () => people.write(convoy, traveller, people.personId(0), 0);
      return;
    case "clock":
      phone.skew = command.seconds * 1_000;
  }
};

const happen = async (traveller: Traveller, what: PhoneAct): Promise<void> => {
  const { phone } = traveller;
  if (what === "sync") await phone.sync();
  if (what === "tick") phone.clock.advance(30_000);
  if (what === "signOut") phone.network.forgetCookie();
  if (what === "kill") await reopen(traveller);
  if (what === "lock") await traveller.kill();
  if (what === "deliver") await phone.network.deliverLate();
  if (what === "offline" || what === "online") {
    phone.network.isOnline = what === "online";
    if (what === "online") await phone.signIn();
    await phone.sync();
  }
};

/** The page dies in the middle of whatever it did, and is opened again. */
export const reopen = async (traveller: Traveller): Promise<void> => {
  await traveller.kill();
  await traveller.open();
  if (traveller.phone.network.hangs) await reopen(traveller);
};
