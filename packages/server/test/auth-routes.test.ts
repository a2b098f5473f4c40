import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { cookieOf, makeNode, type NodeWorld, REGION } from "./node-world.ts";

describe("who asks", () => {
  let node: NodeWorld;
  before(async () => {
    node = await makeNode({ us: ["KAZ"] });
  });
  after(() => node?.close());

  const status = async (...asked: Parameters<NodeWorld["ask"]>) => (await node.ask(...asked)).statusCode;

  it("answers nothing without a session but what says that it is open", async () => {
    for (const url of ["/api/v1/who", "/api/v1/people", "/api/v1/me/sessions", `/api/v1/events?region=${REGION}`]) {
      const response = await node.ask("GET", url);
      assert.equal(response.statusCode, 401, url);
      assert.equal(response.json().type, "/problems/sign-in");
    }
    const open = await node.ask("GET", "/api/v1/sign-in");
    assert.deepEqual(open.json(), { passkey: true, link: false });
    assert.equal(
      await status("GET", "/api/v1/who", { cookie: `${(await node.app.login()).sessionCookie}=made.up` }),
      401,
    );
  });

  it("lets the desk in by the link of the start, with every role, and nobody before that", async () => {
    assert.deepEqual(await (await node.app.login()).persons(), []);
    const link = await node.app.startLink();
    const response = await node.ask("GET", link!.slice(node.origin.length));
    const cookie = cookieOf(response.headers["set-cookie"], (await node.app.login()).sessionCookie);
    const who = (await node.ask("GET", "/api/v1/who", { cookie: cookie! })).json();
    assert.equal(who.person.name, "desk");
    assert.deepEqual(who.viewers, [
      { region: REGION, at: "KAZ/desk", roles: ["reader", "drafter", "releaser", "administrator"] },
    ]);
    // A second start: the same person, a new link.
    const again = await node.app.startLink();
    assert.notEqual(again, link);
    assert.equal((await (await node.app.login()).persons()).length, 1);
    assert.equal(await status("GET", "/api/v1/who", { cookie: cookie! }), 200);
  });

  it("speaks as the body that was chosen, and counts its roles only", async () => {
    const person = await node.person("Ainura", { "KAZ/customs": ["reader"], "KAZ/border": ["releaser"] });
    const cookie = await node.signIn(person);
    const first = async (more: Parameters<NodeWorld["ask"]>[2]) =>
      (await node.ask("GET", "/api/v1/who", { cookie, ...more })).json().viewers[0].at;
    assert.equal(await first({ headers: { "kelisim-body": "KAZ/customs" } }), "KAZ/customs");
    assert.equal(await first({ headers: { "kelisim-body": "KAZ/border" } }), "KAZ/border");
    assert.equal(await first({ cookie: `${cookie}; kelisim-body=KAZ%2Fcustoms` }), "KAZ/customs");
    // A cookie may be older than a change; a header is meant.
    assert.equal(await status("GET", "/api/v1/who", { cookie: `${cookie}; kelisim-body=UZB%2Fcustoms` }), 200);
    assert.equal(await status("GET", "/api/v1/who", { cookie, headers: { "kelisim-body": "UZB/customs" } }), 403);
    const release = (body: string) =>
      status("GET", `/api/v1/regions/${REGION}/releaser`, { cookie, headers: { "kelisim-body": body } });
    assert.equal(await release("KAZ/customs"), 403);
    assert.equal(await release("KAZ/border"), 200);
    assert.equal(await status("GET", "/api/v1/regions/elsewhere/reader", { cookie }), 403);
  });

  it("lets each role do what those before it may, an administrator nothing by that alone", async () => {
    const roles = ["reader", "drafter", "releaser"] as const;
    for (const [rank, held] of roles.entries()) {
      const cookie = await node.signIn(await node.person(held, { "KAZ/health": [held] }));
      for (const [needed, role] of roles.entries())
        assert.equal(await status("GET", `/api/v1/regions/${REGION}/${role}`, { cookie }), needed <= rank ? 200 : 403);
      assert.equal(await status("GET", `/api/v1/regions/${REGION}/administrator`, { cookie }), 403);
      assert.equal(await status("GET", "/api/v1/people", { cookie }), 403);
    }
    const cookie = await node.signIn(await node.person("administrator", { "KAZ/health": ["administrator"] }));
    assert.equal(await status("GET", `/api/v1/regions/${REGION}/reader`, { cookie }), 403);
    assert.equal(await status("GET", `/api/v1/regions/${REGION}/administrator`, { cookie }), 200);
  });

  it("invites a person once, to bodies that are the asker's to fill", async () => {
    const cookie = await node.signIn(
      await node.person("Head", { "TJK/customs": ["administrator"], "TJK/border": ["reader"] }),
    );
    await node.person("Other", { "UZB/customs": ["reader"] });
    const invite = (place: string, more: object = {}) => {
      const [party, body] = place.split("/");
      const payload = { name: "Zarina", memberships: [{ region: REGION, party, body, roles: ["drafter"] }], ...more };
      return node.ask("POST", "/api/v1/people", { cookie, payload });
    };
    const made = await invite("TJK/border");
    assert.equal(made.statusCode, 201);
    const { link, person } = made.json();
    const followed = await node.ask("GET", link.slice(node.origin.length));
    const session = cookieOf(followed.headers["set-cookie"], (await node.app.login()).sessionCookie)!;
    const who = (await node.ask("GET", "/api/v1/who", { cookie: session })).json();
    assert.equal(who.person.id, person);
    assert.deepEqual(who.viewers, [{ region: REGION, at: "TJK/border", roles: ["drafter"] }]);
    assert.match(String((await node.ask("GET", link.slice(node.origin.length))).headers.location), /error=/);

    assert.equal((await invite("UZB/customs")).statusCode, 403);
    const nowhere = await invite("TJK/nothing");
    assert.deepEqual([nowhere.statusCode, nowhere.json().errors[0].pointer], [400, "/body/memberships/0/body"]);
    const bad = await invite("TJK/border", { name: "<b>", email: "not an address" });
    assert.deepEqual(
      bad
        .json()
        .errors.map((each: { pointer: string }) => each.pointer)
        .sort(),
      ["/body/email", "/body/name"],
    );
    assert.equal((await invite("TJK/border", { email: "zarina@example.org" })).statusCode, 201);
    assert.equal((await invite("TJK/border", { email: "Zarina@example.org" })).statusCode, 409);
  });

  it("shows an administrator the people of their bodies and no others", async () => {
    const head = await node.person("Head of two", { "KGZ/customs": ["administrator"] });
    const cookie = await node.signIn(head);
    const near = await node.person("Near", { "KGZ/border": ["reader"] });
    const both = await node.person("Both", { "KGZ/border": ["reader"], "UZB/border": ["releaser"] });
    const far = await node.person("Far", { "UZB/border": ["reader"] });
    const people = (await node.ask("GET", "/api/v1/people", { cookie })).json() as {
      id: string;
      memberships: object[];
    }[];
    assert.deepEqual(people.map(({ id }) => id).sort(), [both, head, near].sort());
    assert.equal(people.find(({ id }) => id === both)?.memberships.length, 1);
    assert.equal(await status("DELETE", `/api/v1/people/${far}`, { cookie }), 404);
    // A link makes its holder that person, with the roles elsewhere too.
    assert.equal(await status("POST", `/api/v1/people/${both}/link`, { cookie }), 403);
    assert.equal(await status("DELETE", `/api/v1/people/${both}`, { cookie }), 403);
    assert.equal(await status("POST", `/api/v1/people/${near}/link`, { cookie }), 201);
    const taken = { cookie, payload: { memberships: [] } };
    assert.equal(await status("PUT", `/api/v1/people/${both}/memberships`, taken), 200);
    const left = await node.store.system.bodies.members({ person: both });
    assert.deepEqual(
      left.map(({ party }) => party),
      ["UZB"],
    );
    const more = { memberships: [{ region: REGION, party: "UZB", body: "border", roles: ["administrator"] }] };
    assert.equal(await status("PUT", `/api/v1/people/${near}/memberships`, { cookie, payload: more }), 403);
    assert.equal(await status("PUT", `/api/v1/people/${head}/memberships`, { cookie, payload: more }), 403);
  });

  it("heeds a change of roles and the removal of a person at once", async () => {
    const admin = await node.signIn(await node.person("Chief", { "TKM/customs": ["administrator"] }));
    const person = await node.person("Mered", { "TKM/customs": ["reader"] });
    const cookie = await node.signIn(person);
    const read = () => status("GET", `/api/v1/regions/${REGION}/drafter`, { cookie });
    assert.equal(await read(), 403);
    const payload = { memberships: [{ region: REGION, party: "TKM", body: "customs", roles: ["drafter"] }] };
    assert.equal(await status("PUT", `/api/v1/people/${person}/memberships`, { cookie: admin, payload }), 200);
    assert.equal(await read(), 200);
    assert.equal(await status("DELETE", `/api/v1/people/${person}`, { cookie: admin }), 204);
    assert.equal(await read(), 401);
  });

  it("ends sessions: one's own, another of one's own, all of a person", async () => {
    const admin = await node.signIn(await node.person("Chief 2", { "TKM/health": ["administrator"] }));
    const person = await node.person("Oraz", { "TKM/health": ["reader"] });
    const [first, second, third] = [await node.signIn(person), await node.signIn(person), await node.signIn(person)];
    for (const cookie of [first, second, third]) assert.equal(await status("GET", "/api/v1/who", { cookie }), 200);
    const out = await node.ask("POST", "/api/auth/sign-out", { cookie: first, payload: {} });
    assert.equal(out.statusCode, 200);
    assert.equal(out.headers["clear-site-data"], '"cache", "storage"');
    assert.equal(await status("GET", "/api/v1/who", { cookie: first }), 401);
    const rows = (await node.ask("GET", "/api/v1/me/sessions", { cookie: second })).json() as {
      id: string;
      current: boolean;
    }[];
    assert.equal(rows.length, 2);
    const other = rows.find((row) => !row.current)!;
    assert.equal(await status("DELETE", `/api/v1/me/sessions/${other.id}`, { cookie: second }), 204);
    assert.equal(await status("DELETE", `/api/v1/me/sessions/${other.id}`, { cookie: second }), 404);
    assert.equal(await status("GET", "/api/v1/who", { cookie: third }), 401);
    assert.equal(await status("GET", "/api/v1/who", { cookie: second }), 200);
    assert.equal(await status("DELETE", `/api/v1/people/${person}/sessions`, { cookie: admin }), 204);
    assert.equal(await status("GET", "/api/v1/who", { cookie: second }), 401);
  });

  it("keeps who signed in and who was invited", async () => {
    const entries = await node.store.system.audit.page({ limit: 500 });
    const actions = new Set(entries.map((entry) => entry.action));
    for (const action of [
      "person.add",
      "member.save",
      "session.start",
      "session.end",
      "person.remove",
      "session.end-all",
    ])
      assert.ok(actions.has(action), action);
    assert.doesNotMatch(JSON.stringify(entries), /token=/);
  });
});

describe("a desk that speaks for nobody", () => {
  it("is let in all the same", async () => {
    const node = await makeNode();
    try {
      const link = await node.app.startLink();
      const response = await node.ask("GET", link!.slice(node.origin.length));
      const cookie = cookieOf(response.headers["set-cookie"], (await node.app.login()).sessionCookie)!;
      const who = (await node.ask("GET", "/api/v1/who", { cookie })).json();
      assert.equal(who.viewers[0].at, "node/desk");
    } finally {
      await node.close();
    }
  });
});

describe("a hosted node", () => {
  it("sets cookies for https only, and knows their prefix", async () => {
    const env = { KELISIM_URL: "https://desk.example.org", KELISIM_HOST: "0.0.0.0", KELISIM_PROXIES: "1" };
    const node = await makeNode({ us: ["KAZ"], env });
    try {
      const link = await node.app.startLink();
      assert.ok(link !== undefined);
      assert.ok(link.startsWith("https://desk.example.org/api/auth/magic-link/verify?"));
      const response = await node.ask("GET", link.slice(node.origin.length));
      const line = [response.headers["set-cookie"]].flat().find((each) => /session_token/.test(each ?? ""))!;
      assert.match(line, /^__Secure-/);
      assert.match(line, /; Secure/);
      assert.equal(await (await node.ask("GET", "/api/v1/who", { cookie: line.split(";", 1)[0]! })).statusCode, 200);
    } finally {
      await node.close();
    }
  });
});

describe("a node whose login lost its database", () => {
  it("says that it is away, not that nobody is signed in", async () => {
    const node = await makeNode({ us: ["KAZ"] });
    try {
      const cookie = await node.signIn(await node.person("Asel", { "KAZ/customs": ["reader"] }));
      await (await node.app.login()).close();
      const response = await node.ask("GET", "/api/v1/who", { cookie });
      assert.equal(response.statusCode, 503);
      assert.equal(response.json().type, "/problems/database-away");
    } finally {
      await node.close();
    }
  });
});
