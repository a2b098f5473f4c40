import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { auditQuery, isNarrowed, readAuditFilters } from "../src/state/node/audit-filters.ts";
import { bodyIdOf } from "../src/state/node/body-id.ts";
import { deviceOf } from "../src/state/node/device.ts";
import { type Membership, ROLES, rolesAt, withRole } from "../src/state/node/memberships.ts";
import { NODE_TABS, readTab, tabsFor } from "../src/state/node/tabs.ts";

describe("the parts of the node's page", () => {
  it("are those that a person can use; an address that names another one opens the first", () => {
    const reader = tabsFor({ administers: { node: false, places: [] } });
    const chief = tabsFor({ administers: { node: false, places: [{ region: "r", party: "A" }] } });
    assert.deepEqual(reader, ["mine"]);
    assert.equal(chief.includes("state"), false);
    assert.deepEqual(tabsFor({ administers: { node: true, places: [] } }), NODE_TABS);
    assert.equal(readTab("audit", reader), "mine");
    assert.equal(readTab("audit", chief), "audit");
    assert.equal(readTab(undefined, chief), "bodies");
  });
});

describe("filters of the audit", () => {
  it("are read from the address and asked as the node knows them; a day that is none is left out", () => {
    const filters = readAuditFilters({ who: "p1", what: "record.read", from: "2026-11-01", to: "soon" });
    assert.deepEqual(
      { ...auditQuery(filters) },
      { person: "p1", action: "record.read", about: undefined, party: undefined, from: "2026-11-01", to: undefined },
    );
    assert.equal(isNarrowed(filters), true);
    assert.equal(isNarrowed(readAuditFilters({})), false);
  });
});

describe("memberships", () => {
  const body = { region: "r", party: "A", id: "desk" };
  it("a role that is given is held, one that is taken is not, and others stay", () => {
    const steps = fc.array(fc.tuple(fc.constantFrom("desk", "customs"), fc.constantFrom(...ROLES), fc.boolean()));
    fc.assert(
      fc.property(steps, (list) => {
        let value: readonly Membership[] = [];
        const held = new Set<string>();
        for (const [id, role, on] of list) {
          value = withRole(value, { ...body, id }, role, on);
          if (on) held.add(`${id} ${role}`);
          else held.delete(`${id} ${role}`);
        }
        const shown = ["desk", "customs"].flatMap((id) =>
          rolesAt(value, { ...body, id }).map((role) => `${id} ${role}`),
        );
        assert.deepEqual(shown.sort(), [...held].sort());
        // A membership without roles would be refused by nobody and mean nothing.
        assert.ok(value.every(({ roles }) => roles.length > 0));
      }),
    );
  });
});

describe("the short name of a body", () => {
  it("is made of its name, in Latin letters", () => {
    assert.equal(bodyIdOf("Border Service"), "border-service");
    assert.equal(bodyIdOf("Пограничная служба"), "pogranichnaia-sluzhba");
    assert.equal(bodyIdOf("Ministère de l’Intérieur"), "ministere-de-l-interieur");
    assert.equal(bodyIdOf("***"), "");
  });
  it("can always stand in a marking, or is empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (name) => /^([a-z0-9][a-z0-9-]{0,59})?$/.test(bodyIdOf(name))),
    );
  });
});

describe("the device of a session", () => {
  it("is named as its owner would", () => {
    const edge =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36 Edg/143.0";
    const safari =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1";
    assert.deepEqual(deviceOf(edge), { browser: "Edge", system: "Windows" });
    assert.deepEqual(deviceOf(safari), { browser: "Safari", system: "iOS" });
    assert.deepEqual(deviceOf("lightMyRequest"), {});
  });
});
