import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { createFixture, type Fixture, kelisim, REGION, recordLine } from "./fixture.ts";

const STATUS = `instrument,party,act,act_date,effect_date,provisional_from,clauses,source,confidence,dispute,note
PACT,ALT,ratification,2019-01-01,2020-01-01,,,S001,high,,
PACT,BER,ratification,2019-01-01,2020-01-01,,,S001,high,,
PACT,CUR,ratification,2019-01-01,,,,S001,low,,
PACT,DAL,ratification,2019-01-01,2020-01-01,,,S001,low,DAL-FORCE,
PACT,DAL,ratification,2019-01-01,2021-01-01,,,S002,low,DAL-FORCE,
MORE,ALT,ratification,2019-01-01,2020-01-01,,,S001,high,,
MORE,BER,ratification,2019-01-01,2020-01-01,,,S001,high,,
`;

const SOURCES = `id,title,kind,address,note
S001,Invented for the tests,test,,
S002,Another invention,test,,
`;

const DISPUTES = `id,question,reason,source,confidence,note
DAL-FORCE,When did the pact enter into force for Dalia?,Two copies differ.,S001;S002,high,
ALT-CLUB,Since when is Altland in the club?,Two lists differ.,S001;S002,high,
`;

const ORGANISATIONS = `id,name,short_name,kind,founded,dissolved,seat,purpose,dates_source,dates_confidence,source,confidence,dispute,note
CLUB,The club,,organisation,2010,,,,,,S001,high,,
`;

const MEMBERSHIPS = `organisation,party,status,from,to,source,confidence,dispute,note
CLUB,ALT,member,2010,,S001,high,ALT-CLUB,
CLUB,ALT,member,2011-05-01,,S002,high,ALT-CLUB,
CLUB,BER,member,2010,,S001,high,,
`;

const MORE = `# More

\`\`\`accord
event Delivery "Delivery of power" by party {
  party: party required;
  recipient: party required;
  energy: amount in million kWh
}
notice Card "Card of the club" { year: period required }
instrument MORE "Agreement on power"
  kind treaty
  signed 2019-01-01 at Altstadt
  source "invented"
  confidence high

duty M-1 "Deliver power" article "1"
  on becoming bound
  ALT must do Delivery d for BER where d.recipient = BER
  total energy >= assume 35 million kWh source "a torn page" confidence medium
  by 2026-12-31
duty M-2 "Send the card" article "2"
  every year
  members of CLUB must send Card c to BUREAU where c.year = period
  by 31 December
\`\`\`
`;

describe("kelisim explain, fact by fact", () => {
  let region: Fixture;
  before(() => {
    const tables = ["disputes", "organisations", "memberships"].map(
      (table) => `  ${table}: { coverage: complete, of: tests }\n`,
    );
    region = createFixture({
      "region.yaml": REGION + tables.join(""),
      "status.csv": STATUS,
      "sources.csv": SOURCES,
      "disputes.csv": DISPUTES,
      "organisations.csv": ORGANISATIONS,
      "memberships.csv": MEMBERSHIPS,
      "instruments/MORE.accord.md": MORE,
    });
  });
  after(() => region.remove());
  const ask = async (...words: string[]) => {
    const result = await kelisim(["explain", ...words, "--region", region.folder]);
    assert.equal(result.status, 0, result.err);
    return result.out.replaceAll("\u00a0", " ");
  };
  /** Text as one line, as it would be read aloud. */
  const read = (text: string) => text.replaceAll(/\s+/g, " ");

  it("says to what a cumulative act must come, and that the number is assumed", async () => {
    const out = read(await ask("M-1", "ALT"));
    assert.match(out, /this for Berg: Deliver power, from 1 Jan 2020 \(at least 35 million kWh \? of energy in all\)/);
    assert.match(
      out,
      /The records here come to 0 million kWh\. What would close it: delivery, at least 35 million kWh/,
    );
    assert.match(out, /Unverified 35 million kWh in all \? Source: a torn page, confidence med/);
    assert.match(out, /by 31 Dec 2026; result: Thu 31 Dec 2026/);
    assert.match(read(await ask("M-1")), /Act delivery \(at least 35 million kWh \? of energy in all\)/);
    const delivery = (id: string, energy: string) =>
      recordLine(id, "Delivery", { from: "ALT", content: { party: "ALT", recipient: "BER", energy } });
    const half = region.file("half.jsonl", delivery("D-1", "20"));
    assert.match(
      read(await ask("M-1", "ALT", "--records", half)),
      /The records here come to 20 million kWh\. .* Counted delivery D-1/,
    );
    const whole = region.file("whole.jsonl", `${delivery("D-1", "20")}\n${delivery("D-2", "15")}`);
    assert.match(
      read(await ask("M-1", "ALT", "--records", whole)),
      /Discharge delivery D-2, .* from Altland: with it at least 35 million kWh \? of energy in all is reached/,
    );
  });

  it("says which of several deadlines applied, and why the others did not", async () => {
    const request = (id: string, content: object) =>
      recordLine(id, "Request", { from: "ALT", to: ["BER"], under: ["PACT"], content });
    const records = region.file(
      "requests.jsonl",
      [request("R-1", { urgent: true }), request("R-2", { urgent: false }), request("R-3", {})].join("\n"),
    );
    const rules = async (id: string) =>
      read(
        / {4}Rule[\s\S]*?(?= {4}[A-Z])/.exec(await ask("PACT-03", "BER", id, "--records", records))?.[0] ?? "",
      ).trim();
    assert.equal(
      await rules("R-1"),
      "Rule 2 days after it was sent if urgent: applies (urgent: yes) 7 days after it was sent: not asked, one before it applies",
    );
    assert.equal(
      await rules("R-2"),
      "Rule 2 days after it was sent if urgent: does not apply (urgent: no) 7 days after it was sent: applies, as none before it does",
    );
    assert.match(
      await rules("R-3"),
      /2 days after it was sent if urgent: no rule could be chosen \(urgent not given\)/,
    );
  });

  it("shows where sources differ on who is bound since when, in one line with both", async () => {
    const out = read(await ask("PACT-01", "DAL", "2026"));
    assert.match(out, /in effect from 1 Jan 2020 or .* in effect from 1 Jan 2021 \(sources differ\)/);
    assert.match(
      out,
      /Sources differ: When did the pact enter into force for Dalia\? ratification 1 Jan 2019, in effect from 1 Jan 2020 \(Invented for the tests.*?\); or ratification 1 Jan 2019, in effect from 1 Jan 2021 \(Another invention.*?\)\./,
    );
    const data = JSON.parse(await ask("PACT-01", "DAL", "2026", "--json"));
    assert.deepEqual(
      data.disputes.map(({ id, question }: { id: string; question: string }) => [id, question]),
      [["DAL-FORCE", "When did the pact enter into force for Dalia?"]],
    );
    assert.doesNotMatch(
      await ask("PACT-01", "ALT", "2026"),
      /Sources differ: When did the pact enter into force for Altland/,
    );
  });

  it("shows the membership that a clause rests on, and where sources differ on it", async () => {
    const out = read(await ask("M-2", "ALT", "2026"));
    assert.match(out, /Membership Altland in CLUB; member from 2010 or member from 1 May 2011 \(sources differ\)/);
    assert.match(out, /Sources differ: Since when is Altland in the club\? member from 2010 \(Invented for the tests/);
    const berg = read(await ask("M-2", "BER", "2026"));
    assert.match(berg, /Membership Berg in CLUB; member from 2010 Source: Invented for the tests/);
    assert.doesNotMatch(berg, /Sources differ/);
  });

  it("keeps pairs apart whose binding is not verified", async () => {
    const clause = await ask("PACT-06");
    assert.match(clause, / {2}\? ALT → Curonia +in force, binding status unverified/);
    assert.match(clause, / {2}= ALT → Berg, Dalia +in force\n/);
    const own = await ask("PACT-06", "ALT");
    assert.match(own, /State: in force\./);
    assert.match(own, /The same clause, other pairs\n {4}Altland → Curonia: in force, binding status unverified/);
    const board = await kelisim(["board", "--party", "ALT", "--all", "--region", region.folder]);
    assert.match(board.out, /= Good neighbours +Berg, Dalia, [\s\S]*binding status unverified: Curonia/);
  });

  it("looks further where a clause has no line near the asked date", async () => {
    assert.match(
      read(await ask("M-1", "ALT", "--as-of", "2036-01-01")),
      /By the end of Thu 31 Dec 2026 Altland is to do this/,
    );
  });
});
