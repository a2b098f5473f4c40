import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { identityIn, readInterviews } from "../src/index.ts";

const HEAD = "interview,city,country,sector,date,language,segment,coder,code,excerpt";
const file = (...lines: readonly string[]) => [HEAD, ...lines].join("\n");

describe("coded interviews", () => {
  it("are gathered from one line a segment and coder; what nobody coded stays uncoded", () => {
    const read = readInterviews(
      file(
        "I-01,Osh,KGZ,border service,2024-03,ky,1,A,trust,They call each other",
        "I-01,Osh,KGZ,border service,2024-03,ky,1,B,channels,They call each other",
        "I-01,Osh,KGZ,border service,2024-03,ky,2,A,,",
        "I-02,Khujand,TJK,academia,2024-04-02,,1,,,",
      ),
    );
    assert.deepEqual(read.problems, []);
    assert.equal(read.lines, 4);
    assert.deepEqual(
      read.interviews.map(({ label, segments }) => [label, segments]),
      [
        [
          "I-01",
          [
            { unit: "1", codes: { A: "trust", B: "channels" }, excerpt: "They call each other" },
            { unit: "2", codes: { A: null } },
          ],
        ],
        ["I-02", [{ unit: "1", codes: {} }]],
      ],
    );
  });

  it("with columns of identities are refused whole, whatever they are called", () => {
    for (const column of ["name", "Full_Name", "respondentName", "e-mail", "Phone number", "ФИО", "телефон", "DOB"]) {
      const { interviews, problems } = readInterviews(`${HEAD},${column}\nI-01,Osh,KGZ,x,2024,ky,1,A,t,,y`);
      assert.deepEqual([interviews, problems.map((each) => [each.line, each.column])], [[], [[1, column]]]);
      assert.match(problems[0]!.message, /identities/);
    }
    const other = readInterviews(`${HEAD},weather\nI-01,Osh,KGZ,x,2024,ky,1,A,t,,y`);
    assert.match(other.problems[0]!.message, /no column/);
  });

  it("whose text holds an address, a number or a name with a title are refused with their line", () => {
    const line = (excerpt: string) => `I-01,Osh,KGZ,x,2024,ky,1,A,t,"${excerpt}"`;
    for (const excerpt of [
      "write to a.b@example.org",
      "call +996 555 123 456",
      "0555-12-34-56 is mine",
      "(0312) 66 12 34",
      "find me at @colonel_k",
      "as Dr. Asanov said",
      "как сказал г-н Асанов",
    ]) {
      const { interviews, problems } = readInterviews(file("I-00,Osh,KGZ,x,2024,ky,1,A,t,", line(excerpt)));
      assert.deepEqual([interviews, problems.map((each) => [each.line, each.column])], [[], [[3, "excerpt"]]], excerpt);
    }
    for (const harmless of ["from 2014-2020", "on 2024-03-05", "on 05.03.2024", "1 680 000 people", "order 1680"])
      assert.equal(identityIn(harmless), undefined, harmless);
  });

  it("with labels that are names, lines that differ about the interview, or a second code are refused", () => {
    const problems = (...lines: readonly string[]) =>
      readInterviews(file(...lines), new Set(["KGZ"])).problems.map(({ line, column }) => [line, column]);
    assert.deepEqual(problems("Asanov,Osh,KGZ,x,2024,ky,1,A,t,"), [[2, "interview"]]);
    assert.deepEqual(problems("I-01,Osh,KGZ,x,2024,ky,1,Aigul,t,"), [[2, "coder"]]);
    assert.deepEqual(problems("I-01,Osh,KGX,x,2024,ky,1,A,t,"), [[2, "country"]]);
    assert.deepEqual(problems("I-01,Osh,KGZ,x,2024-13,ky,1,A,t,"), [[2, "date"]]);
    assert.deepEqual(problems("I-01,Osh,KGZ,x,2024,ky,1,,t,"), [[2, "coder"]]);
    assert.deepEqual(problems("I-01,Osh,KGZ,x,2024,ky,1,A,t,", "I-01,Naryn,KGZ,x,2024,ky,1,B,t,"), [[3, "city"]]);
    assert.deepEqual(problems("I-01,Osh,KGZ,x,2024,ky,1,A,t,", "I-01,Osh,KGZ,x,2024,ky,1,A,u,"), [[3, "code"]]);
  });

  it("may be parted by semicolons; a file without its columns says which are missing", () => {
    const semicolons = file("I-01;Osh;KGZ;x, y;2024;ky;1;A;t;").replace(HEAD, HEAD.replaceAll(",", ";"));
    assert.deepEqual(readInterviews(semicolons).interviews[0]?.sector, "x, y");
    assert.deepEqual(
      readInterviews("interview,segment\nI-01,1").problems.map(({ column }) => column),
      ["city", "country", "sector", "date", "coder", "code"],
    );
    assert.equal(readInterviews("").problems.length, 1);
    assert.match(readInterviews(`${HEAD}\n`).problems[0]!.message, /no interview/);
  });
});
