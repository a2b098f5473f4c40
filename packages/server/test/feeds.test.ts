import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

describe("calendar feeds", () => {
  let node: TestNode;
  let now = Date.parse("2026-11-22T06:00:00Z");
  const at = "/regions/central-asia";
  before(async () => {
    node = await startTestNode({ regions: ["central-asia"], us: ["KAZ"], now: () => now });
  });
  after(() => node?.close());

  it("gives due dates under a secret address, to nobody without it", async () => {
    const made = await node.post(`${at}/feeds`, { label: "My phone" });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const path = new URL(made.body.address).pathname;
    const nobody = node.as("");
    const feed = await nobody.get(path);
    assert.equal(feed.status, 200, feed.text.slice(0, 300));
    assert.match(String(feed.headers["content-type"]), /^text\/calendar/);
    assert.match(feed.text, /^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
    assert.match(feed.text, /REFRESH-INTERVAL;VALUE=DURATION:PT3H/);
    assert.match(feed.text, /DTSTART;VALUE=DATE:2026/);
    for (const line of feed.text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(feed.text, /[^\r]\n/);
    const uids = [...feed.text.matchAll(/^UID:(.*)$/gm)].map((match) => match[1]);
    assert.ok(uids.length > 5);
    assert.equal(new Set(uids).size, uids.length);

    now += 60_000;
    assert.equal((await nobody.get(path)).headers.etag, feed.headers.etag);
    const other = await nobody.get(path, { lang: "ru", days: 30 });
    assert.match(other.text.replaceAll("\r\n ", ""), /Обязанности: Казахстан/);

    const { feeds } = (await node.get(`${at}/feeds`)).body;
    assert.deepEqual(
      feeds.map((each: { label: string }) => each.label),
      ["My phone"],
    );
    assert.ok(!JSON.stringify(feeds).includes(path.slice(14, 40)));
    assert.equal((await node.post(`${at}/feeds/${feeds[0].id}`, undefined, "DELETE")).status, 204);
    assert.equal((await nobody.get(path)).status, 404);
    assert.equal((await nobody.get("/api/v1/feeds/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics")).status, 404);
  });

  it("gives the same calendar once as a file", async () => {
    const { status, text, headers } = await node.get(`${at}/calendar.ics`, { as: "KAZ", days: 90 });
    assert.equal(status, 200);
    assert.match(String(headers["content-disposition"]), /central-asia-KAZ\.ics/);
    assert.match(text, /BEGIN:VEVENT/);
  });
});
