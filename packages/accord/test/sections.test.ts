import assert from "node:assert/strict";
import { test } from "node:test";
import { compile } from "../src/index.ts";
import { sectionsOf } from "../src/program/index.ts";

const TEXT = `# Two agreements

Said of the file.

\`\`\`accord
notice Report { }
instrument ONE "One"
  kind treaty
  signed 2001-01-01 at Town
  source "x"
\`\`\`
## Article 1: reports
What one says.

\`\`\`accord
duty ONE-1 "Report" article "1"
  every year
  each party must send Report r to every other party
  within 1 month of the end of period

duty ONE-2 "Report again" article "1"
  every year
  each party must send Report r to every other party
  within 2 months of the end of period
\`\`\`

\`\`\`text
# no heading, but text of a block
\`\`\`
## Part II
## Article 1: the other
\`\`\`accord
instrument TWO "Two"
  kind treaty
  signed 2002-01-01 at Town
  source "x"
duty TWO-1 "Report" article "1"
  every year
  each party must send Report r to every other party
  within 1 month of the end of period
\`\`\`
`;

test("the sections of a file, instrument by instrument, with the lines of each clause", () => {
  const { program } = compile([{ path: "two.accord.md", text: TEXT }], { parties: [], zones: [] });
  const [one, two] = program.instruments;
  const [about, first, part] = sectionsOf(TEXT, one!, program);
  assert.deepEqual([about!.heading, about!.anchor, about!.blocks[0]!.prose], ["", "about", "Said of the file."]);
  assert.deepEqual([first!.heading, first!.anchor], ["Article 1: reports", "article-1"]);
  const [said, shown] = first!.blocks;
  assert.equal(said!.prose, "What one says.");
  assert.deepEqual(
    said!.clauses.map(({ clause, line, code }) => [clause.id, line, code.split("\n").length]),
    [
      ["ONE-1", 16, 4],
      ["ONE-2", 21, 4],
    ],
  );
  assert.equal(shown!.prose, "```text\n# no heading, but text of a block\n```");
  assert.deepEqual([part!.heading, part!.blocks], ["Part II", []]);
  const other = sectionsOf(TEXT, two!, program, ["article-1"]);
  assert.deepEqual(
    other.map(({ anchor, blocks }) => [
      anchor,
      blocks.flatMap(({ clauses }) => clauses.map(({ clause }) => clause.id)),
    ]),
    [["article-1-2", ["TWO-1"]]],
  );
});
