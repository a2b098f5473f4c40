import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import {
  DatabaseAway,
  EmbeddedServerRefused,
  openFileVault,
  openStore,
  StoreInUse,
  startEmbedded,
} from "../src/index.ts";
import { BORDER, exercise } from "./support/sample.ts";
import { owner, tempFolder } from "./support/servers.ts";

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, "postgres/data/postmaster.pid"), "utf8").split("\n")[0]);

describe("the embedded server", () => {
  it("listens on loopback only, is durable, asks for its password and keeps it from others", async () => {
    const folder = tempFolder("start");
    const server = await startEmbedded({ folder });
    assert.equal(server.takenOver, false);
    await owner(server.url, async (client) => {
      const shown = async (name: string) => (await client.query(`show ${name}`)).rows[0][name];
      for (const name of ["fsync", "full_page_writes", "synchronous_commit"])
        assert.equal(await shown(name), "on", name);
      assert.equal(await shown("listen_addresses"), "127.0.0.1");
    });
    const stranger = new URL(server.url);
    stranger.password = "guess";
    await assert.rejects(
      owner(stranger.href, async () => {}),
      /password/,
    );
    assert.equal(statSync(join(folder, "postgres/password")).mode & 0o777, 0o600);
    await server.stop();
    const again = await startEmbedded({ folder });
    assert.equal(again.takenOver, false);
    assert.equal(new URL(again.url).port, new URL(server.url).port);
    await again.stop();
    rmSync(folder, { recursive: true });
  });

  it("is found again after its starter was killed, and after it was killed itself; nothing acknowledged is lost", async () => {
    const folder = tempFolder("kill");
    const script = join(folder, "writer.ts");
    const door = new URL("../src/index.ts", import.meta.url).href;
    writeFileSync(
      script,
      `import { openFileVault, openStore, startEmbedded } from ${JSON.stringify(door)};
       const folder = ${JSON.stringify(folder)};
       const server = await startEmbedded({ folder });
       const vault = await openFileVault({ folder: folder + "/keys" });
       const store = await openStore({ url: server.url, vault, address: "http://localhost:4000" });
       const { records } = store.as(${JSON.stringify(BORDER)});
       for (let n = 0; ; n += 1) {
         await records.append([{ ...${JSON.stringify(exercise("x"))}, id: "k-" + process.pid + "-" + n }]);
         console.log("k-" + process.pid + "-" + n);
       }`,
    );
    const acknowledged: string[] = [];
    const writeUntilKilled = async (victim: "starter" | "server") => {
      const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "ignore"] });
      let text = "";
      await new Promise<void>((resolve) => {
        child.stdout.on("data", (part: Buffer) => {
          text += part.toString();
          if (text.split("\n").length > 40) resolve();
        });
      });
      if (victim === "server") process.kill(postmaster(folder), "SIGKILL");
      child.kill("SIGKILL");
      await new Promise((resolve) => child.once("close", resolve));
      acknowledged.push(...text.split("\n").slice(0, -1));
    };
    for (const victim of ["starter", "server", "starter"] as const) {
      await writeUntilKilled(victim);
      const server = await startEmbedded({ folder });
      assert.equal(server.takenOver, victim === "starter", victim);
      const vault = await openFileVault({ folder: join(folder, "keys") });
      const store = await openStore({ url: server.url, vault });
      const held = new Set<string>();
      for await (const { record } of store.as(BORDER).records.stream()) {
        assert.ok(!held.has(record.id));
        assert.notEqual(record.content, undefined);
        held.add(record.id);
      }
      for (const id of acknowledged) assert.ok(held.has(id), id);
      await store.close();
      await vault.close();
      if (victim === "starter") await server.leave();
      else await server.stop();
    }
    await (await startEmbedded({ folder })).stop();
    rmSync(folder, { recursive: true });
  });

  it("tells a second server the address of the first, and comes back after being away", async () => {
    const folder = tempFolder("away");
    let server = await startEmbedded({ folder });
    const vault = await openFileVault({ folder: join(folder, "keys") });
    const store = await openStore({ url: server.url, vault, address: "http://localhost:4321" });
    const second = await openFileVault({ folder: join(folder, "keys") });
    await assert.rejects(openStore({ url: server.url, vault: second }), (error: Error) => {
      assert.ok(error instanceof StoreInUse);
      assert.equal(error.address, "http://localhost:4321");
      return true;
    });
    await second.close();
    const { records } = store.as(BORDER);
    await records.append([exercise("before")]);
    const heard: number[] = [];
    store.listen((seq) => heard.push(seq));

    await server.stop();
    const asked = await Promise.allSettled([
      records.append([exercise("away")]),
      records.get("before"),
      records.count({}),
    ]);
    for (const result of asked) assert.ok(result.status === "rejected" && result.reason instanceof DatabaseAway);
    assert.equal(await store.ready(), false);

    server = await startEmbedded({ folder });
    const until = Date.now() + 60_000;
    while (!(await store.ready()) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
    const report = await records.append([exercise("away")]);
    assert.equal(report.taken.length, 1);
    while (!heard.includes(report.taken[0]!.seq) && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    assert.ok(heard.includes(report.taken[0]!.seq));
    assert.equal((await records.get("before"))?.record.id, "before");
    await store.close();
    await vault.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it("is started again when it is killed under load; nothing acknowledged is lost or doubled", async () => {
    const folder = tempFolder("watch");
    const server = await startEmbedded({ folder });
    const vault = await openFileVault({ folder: join(folder, "keys") });
    const store = await openStore({ url: server.url, vault });
    const { records } = store.as(BORDER);
    const acknowledged: string[] = [];
    let away = 0;
    let ended = false;
    const writer = async (name: string) => {
      for (let n = 0; !ended; n += 1) {
        const id = `w-${name}-${n}`;
        for (;;) {
          try {
            await records.append([exercise(id)]);
            acknowledged.push(id);
            break;
          } catch (error) {
            assert.ok(error instanceof DatabaseAway, String(error));
            away += 1;
            await new Promise((resolve) => setTimeout(resolve, 50));
          }
        }
      }
    };
    const writers = ["a", "b", "c", "d"].map(writer);
    for (let round = 0; round < 2; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 300));
      process.kill(postmaster(folder), "SIGKILL");
      const count = acknowledged.length;
      const until = Date.now() + 90_000;
      while (acknowledged.length < count + 50 && Date.now() < until)
        await new Promise((resolve) => setTimeout(resolve, 50));
      assert.ok(acknowledged.length >= count + 50, "it did not come back");
    }
    ended = true;
    await Promise.all(writers);
    assert.ok(away > 0);
    const held: string[] = [];
    for await (const { record } of records.stream()) held.push(record.id);
    assert.equal(new Set(held).size, held.length);
    assert.deepEqual([...acknowledged].sort(), held.sort());
    await store.close();
    await vault.close();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it("says which folder its user cannot pass", {
    skip: process.getuid?.() !== 0 && "only root starts it as another user",
  }, async () => {
    const closed = mkdtempSync(join(tmpdir(), "kelisim-store-closed-"));
    chmodSync(closed, 0o700);
    mkdirSync(join(closed, "data"));
    await assert.rejects(startEmbedded({ folder: join(closed, "data") }), (error: Error) => {
      assert.ok(error instanceof EmbeddedServerRefused);
      assert.match(error.message, new RegExp(`may not pass through ${closed}`));
      return true;
    });
    rmSync(closed, { recursive: true });
  });

  it("is not misled by a pid file whose number another program has now", async () => {
    const folder = tempFolder("stale");
    await (await startEmbedded({ folder })).stop();
    writeFileSync(
      join(folder, "postgres/data/postmaster.pid"),
      `${process.pid}\n${join(folder, "postgres/data")}\n0\n1\n\n127.0.0.1\n`,
    );
    const server = await startEmbedded({ folder });
    assert.equal(server.takenOver, false);
    await server.stop();
    rmSync(folder, { recursive: true });
  });
});
