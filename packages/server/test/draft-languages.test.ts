import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { DRAFT_LANGUAGES } from "@kelisim/api";
import { startTestNode, type TestNode } from "./node-for-tests.ts";

let node: TestNode;
before(async () => {
  node = await startTestNode({ regions: ["four-rivers"] });
});
after(() => node?.close());

describe("a question in a language that the node does not speak", () => {
  const session = async (lang: string, accept?: string) => {
    const headers = accept === undefined ? {} : { "accept-language": accept };
    const answer = await fetch(`${node.address}/api/v1/session?lang=${lang}`, {
      headers: { ...headers, cookie: node.cookie },
    });
    return { status: answer.status, language: answer.headers.get("content-language"), body: await answer.text() };
  };

  it("is answered in the language behind it, which the answer names", async () => {
    const english = await session("en");
    const russian = await session("ru");
    assert.notEqual(english.body, russian.body);
    for (const draft of DRAFT_LANGUAGES) {
      const [plain, preferring] = [await session(draft), await session(draft, "kk, ru;q=0.5, en;q=0.2")];
      assert.deepEqual([plain.status, plain.language, plain.body], [200, "en", english.body], draft);
      assert.deepEqual([preferring.status, preferring.language, preferring.body], [200, "ru", russian.body], draft);
    }
    assert.equal((await session("uz-Latn")).language, "en");
  });

  it("is refused in a language that nobody speaks here", async () => {
    assert.equal((await session("xx")).status, 400);
  });
});
