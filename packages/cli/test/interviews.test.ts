import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, inside, REGION } from "./fixture.ts";

const HEAD = "interview,city,country,sector,date,language,segment,coder,code,excerpt\n";
const SOUND = `${HEAD}I-01,Osh,KGZ,police,2024-03,ky,1,A,trust,
I-01,Osh,KGZ,police,2024-03,ky,1,B,trust,
I-01,Osh,KGZ,police,2024-03,ky,2,A,money,
I-01,Osh,KGZ,police,2024-03,ky,2,B,trust,
I-02,Almaty,KAZ,academia,2024-05,ru,1,A,money,
I-02,Almaty,KAZ,academia,2024-05,ru,1,B,money,
I-02,Almaty,KAZ,academia,2024-05,ru,2,,,
`;

describe("kelisim interviews", () => {
  let folder: Fixture;
  before(() => {
    folder = createFixture({
      "region.yaml": REGION,
      "sound.csv": SOUND,
      "named.csv": `${SOUND.trimEnd()}\nI-03,Osh,KGZ,x,2024,ky,1,A,t,ring +996 555 123456\n`,
    });
  });
  after(() => folder.remove());
  const run = (args: readonly string[]) => inside(["interviews", ...args], { folder: folder.folder });

  it("tells agreement on coded text only, where coders differ, and which codes", async () => {
    const { status, out } = await run(["sound.csv"]);
    assert.equal(status, 0);
    assert.match(out, /2 interviews, 4 segments, coders A, B/);
    assert.match(out, /Coded by at least two: 3\. By one only: 0, by nobody: 1/);
    // Two of three agree; by chance (1 x 2 + 2 x 1) / 9 = 4/9: kappa = (2/3 - 4/9) / (5/9) = 0.4; alpha = 1 - 5 x 2 / 18.
    assert.match(out, /66\.7 %/);
    assert.match(out, /kappa +0\.400/);
    assert.match(out, /alpha +0\.444/);
    assert.match(out, /I-01, segment 2: A money, B trust/);
    assert.match(out, /trust: 2 segments in 1 interview/);
  });

  it("refuses text with a telephone number, naming its line, and works nothing out", async () => {
    const { status, out } = await run(["named.csv"]);
    assert.equal(status, 1);
    assert.match(out, /named\.csv:9: error interviews\/refused\n {2}excerpt: holds what looks like a telephone number/);
    assert.doesNotMatch(out, /kappa/);
    const data = JSON.parse((await run(["named.csv", "--json"])).out);
    assert.deepEqual([data.problems.length, data.agreement], [1, undefined]);
  });
});
