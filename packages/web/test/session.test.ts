import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Session } from "@kelisim/api";
import { bodyIn, holds, partyOf, speaksFor } from "../src/state/session.ts";

const region = (id: string, parties: readonly string[], us: string[] = []): Session["regions"][number] => ({
  id,
  name: id,
  training: false,
  fictional: false,
  timeZone: "UTC",
  us,
  parties: parties.map((party) => ({ id: party, name: party, kind: "state", focus: true })),
});

/** A desk that speaks for Avelin in one region and for nobody in the other, as every node begins. */
const SESSION: Session = {
  person: { id: "p", name: "desk" },
  memberships: [
    { region: "four-rivers", party: "AVE", id: "desk", name: "Desk", roles: ["reader", "drafter"] },
    { region: "central-asia", party: "node", id: "desk", name: "Desk", roles: ["reader", "drafter"] },
    { region: "central-asia", party: "KAZ", id: "customs", name: "Customs", roles: ["reader"] },
  ],
  body: "AVE/desk",
  node: { name: "N", reach: "loopback", highestLevel: "unclassified", fourEyes: false, bodies: 3 },
  regions: [region("four-rivers", ["AVE", "ORE"]), region("central-asia", ["KAZ", "KGZ"])],
};
const [RIVERS, ASIA] = SESSION.regions as [Session["regions"][number], Session["regions"][number]];

describe("the body of a person in a region", () => {
  it("is the chosen one, else the first there: a body chosen elsewhere takes nothing away", () => {
    assert.equal(bodyIn(SESSION, "four-rivers")?.party, "AVE");
    assert.equal(bodyIn(SESSION, "central-asia")?.party, "node");
    assert.equal(bodyIn({ ...SESSION, body: "KAZ/customs" }, "central-asia")?.id, "customs");
    assert.equal(bodyIn(SESSION, "nowhere"), undefined);
  });

  it("speaks for a party only where the region has it", () => {
    assert.equal(speaksFor(SESSION, RIVERS), "AVE");
    assert.equal(speaksFor(SESSION, ASIA), undefined);
    assert.equal(partyOf(SESSION, ASIA, {}), "KAZ");
    assert.equal(partyOf(SESSION, RIVERS, { as: "ORE" }), "ORE");
  });

  it("holds the roles of that body", () => {
    assert.equal(holds(SESSION, "central-asia", "drafter"), true);
    assert.equal(holds({ ...SESSION, body: "KAZ/customs" }, "central-asia", "drafter"), false);
  });
});
