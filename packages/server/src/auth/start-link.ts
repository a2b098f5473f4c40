import type { Role } from "@kelisim/api";
import type { Store } from "@kelisim/store";
import { NODE_ADMINISTRATORS } from "./administers.ts";
import type { Login } from "./login.ts";

/** The regions of the node with the parties it speaks for there. */
export interface StartRegion {
  readonly id: string;
  readonly us: readonly string[];
}

const DESK = "desk";
/** Under which a desk keeps its records where the node speaks for no party; no region has a party of this name. */
export const NODE_PARTY = "node";
const ALL: readonly Role[] = ["reader", "drafter", "releaser", "administrator"];
const SETTING = "start_person";

/**
 * The one-time link that is printed at the start of a node.
 * A single desk on loopback: always one, for the person "desk", who is made at the first start with all roles at the body
 * "desk" of the node's first party in every region; release stands by itself there, as four eyes need two people.
 * A hosted node: one for its first administrator, until they have a passkey or an OIDC identity; others are invited.
 */
export async function startLink(
  login: Login,
  store: Store,
  regions: readonly StartRegion[],
  reach: "loopback" | "hosted",
): Promise<string | undefined> {
  const person = await startPerson(login, store, reach);
  if (reach === "hosted" && (await login.comesBackAlone(person))) return undefined;
  await giveBodies(store, person, regions);
  return login.linkFor(person);
}

async function startPerson(login: Login, store: Store, reach: "loopback" | "hosted"): Promise<string> {
  const before = await store.system.settings.get(SETTING);
  if (typeof before === "string" && (await login.person(before)) !== undefined) return before;
  const made = await login.addPerson({ name: reach === "loopback" ? "desk" : "administrator" });
  if (made === "taken") throw new Error("an address made up for this person was there already");
  await store.system.settings.set(SETTING, made.id, "node");
  await store.system.settings.set(NODE_ADMINISTRATORS, [made.id], "node");
  await store.system.audit.append([{ person: "node", action: "person.add", about: made.id }]);
  return made.id;
}

/** A region that came later gets its desk too; what an administrator changed since stays. */
async function giveBodies(store: Store, person: string, regions: readonly StartRegion[]): Promise<void> {
  const bodies = await store.system.bodies.list();
  const members = await store.system.bodies.members({ person });
  for (const { id: region, us } of regions) {
    if (members.some((member) => member.region === region)) continue;
    const party = us[0] ?? NODE_PARTY;
    if (!bodies.some((body) => body.region === region && body.party === party && body.id === DESK))
      await store.system.bodies.save({ region, party, id: DESK, name: "Desk", kind: DESK });
    await store.system.bodies.saveMember({ person, region, party, body: DESK, roles: ALL });
  }
}
