import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { run } from "../src/index.ts";
import { wholeUnits } from "../src/money/page.ts";
import { yearsInWords } from "../src/texts/holdings-english.ts";
import { COMMAND, inside, kelisim, ROOT } from "./fixture.ts";

const ODA = fileURLToPath(new URL("../../../../shared/data/oda/", import.meta.url));
const skip = existsSync(ODA) ? false : "left out: ../shared/data beside the checkout is absent";

const HEADER =
  "year,donor_code,donor_name,recipient_code,recipient_name,flow_name,purpose_code,usd_commitment,usd_disbursement,usd_received,usd_commitment_defl,usd_disbursement_defl,usd_received_defl";
/** Disbursements in millions: year, donor, recipient, purpose, current and constant prices. */
const row = (year: string, donor: string, recipient: string, purpose: string, paid: string, constant = "") =>
  `${year},,${donor},,${recipient},ODA Grants,${purpose},,${paid},,,${constant},`;
const CRS = `${[
  HEADER,
  row("2019", "Germany", "Uzbekistan", "15210", "1.5", "2"),
  row("2019", "Germany", "Uzbekistan", "11110", "4.5", "6"),
  row("2019", "=1+1", "Uzbekistan", "15", "2"),
  row("2020", "Germany", "Uzbekistan", "15220", "3"),
  row("2020", "Germany", "Kazakhstan", "11110", "x"),
].join("\n")}\n`;

describe("files of others", () => {
  let folder: string;
  const at = (...argv: string[]) => kelisim(argv, { cwd: folder });
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "kelisim-held-"));
    writeFileSync(join(folder, "crs 2025-08.csv"), CRS);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("are nowhere before one is taken in, and asking makes no folder", async () => {
    const list = await at("holdings");
    assert.deepEqual([list.status, list.err], [0, ""]);
    assert.match(list.out, /No file is held in [\s\S]*kelisim import FILE/);
    assert.equal((await at("money")).status, 2);
    assert.match((await at("holdings", "show", "x")).err, /There is no holding "x"/);
    assert.equal(existsSync(join(folder, "data")), false);
  });

  it("are looked at first: mapping, rows, what would be refused; nothing is kept", async () => {
    const { status, out } = await at("import", "crs 2025-08.csv", "--preview");
    assert.equal(status, 1, "a row would be refused");
    assert.match(out, /what would be taken\. Nothing is kept/);
    assert.match(out, /Read by layout oecd-crs \(version 2\)/);
    assert.match(out, /Vintage 2025-08: said in its name/);
    assert.match(out, /usd_received_defl → amount: an amount in millions, times 1,000,000/);
    assert.match(out, /row 5: amount: "x" is not an amount/);
    assert.match(out, /warning file\/price-year-unknown/);
    assert.match((await at("holdings")).out, /No file is held/);
  });

  it("are taken in with a report, once; what was refused can be seen again, and what is held forgotten", async () => {
    const took = await at("import", "crs 2025-08.csv", "--price-year", "2023", "--json");
    assert.equal(took.status, 1);
    const { format, already, holding, refused } = JSON.parse(took.out);
    assert.deepEqual(
      [format, already, holding.takenBy, holding.priceYear],
      ["kelisim-import", false, "command line", 2023],
    );
    // Four rows in current and two in constant prices; the fifth row has no amount.
    assert.deepEqual(holding.rows, { read: 5, made: 6, refused: 1 });
    assert.equal(refused[0].row, 5);
    const again = await at("import", "oecd", "crs 2025-08.csv", "--price-year", "2023");
    assert.match(again.out, /is held already\. Nothing was done/);
    const other = await at("import", "crs 2025-08.csv", "--price-year", "2022");
    assert.match(other.out, /holding\/already[\s\S]*forget/);
    const list = await at("holdings");
    assert.match(list.out, /1 file is held[\s\S]*vintage 2025-08: 6 rows of flows, 2019 to 2020/);
    const show = await at("holdings", "show", holding.id);
    assert.match(show.out, /row 5: amount: "x" is not an amount/);
    assert.match(show.out, /SHA-256 [0-9a-f]{64}/);
    const wrong = await at("holdings", "show", `${holding.id}0`);
    assert.equal(wrong.status, 2);
    assert.match(wrong.err, new RegExp(`Did you mean ${holding.id}\\?`));
    assert.equal((await at("holdings", "forget", holding.id)).status, 2);
    const forgotten = await at("holdings", "forget", holding.id, "--why", "wrong file");
    assert.equal(forgotten.status, 0);
    assert.match((await at("holdings")).out, /No file is held/);
    assert.match(readFileSync(join(folder, "data/holdings/forgotten.jsonl"), "utf8"), /"why":"wrong file"/);
  });

  it("that cannot be read are named with their place and a mend, and leave nothing", async () => {
    writeFileSync(
      join(folder, "latin.csv"),
      Buffer.from(`${HEADER}\n${row("2019", "Soci\u00e9t\u00e9", "UZB", "1", "1")}\n`, "latin1"),
    );
    writeFileSync(join(folder, "other.csv"), "a,b\n1,2\n");
    for (const [words, message] of [
      [["missing.csv"], /missing\.csv: there is no such file\n {2}look at the path/],
      [["latin.csv"], /latin\.csv:2: this line is not UTF-8\n[\s\S]*windows-1252/],
      [["other.csv"], /other\.csv:1: no layout known here has the columns/],
      [["other.csv", "--layout", "oecd-csr"], /There is no layout "oecd-csr"\.\n {2}Did you mean oecd-crs/],
      [["oecd-csr", "other.csv"], /There is no source "oecd-csr"\.\n {2}Did you mean oecd-crs/],
      [["iati", "crs 2025-08.csv"], /crs 2025-08\.csv:1: it is a file of "OECD.*"\n {2}name oecd-crs, or no source/],
      [["other.csv", "--price-year", "soon"], /--price-year "soon" is no year/],
      [["other.csv", "--encoding", "ebcdic"], /"ebcdic" is no encoding that is read here/],
    ] as const) {
      const { status, err, out } = await inside(["import", ...words], { folder });
      assert.match(err, message);
      assert.deepEqual([status, out], [2, ""]);
    }
    assert.equal(
      (await inside(["import", "latin.csv", "--encoding", "windows-1252", "--preview"], { folder })).status,
      0,
    );
    assert.deepEqual(readdirSync(join(folder, "data/holdings/kept")), []);
  });

  it("show on a terminal how far they are", async () => {
    const lines: string[] = [];
    const status = await run(["import", "crs 2025-08.csv", "--data", "shown"], {
      print: async () => {},
      warn: () => {},
      progress: (line) => lines.push(line),
      input: (async function* () {})(),
      environment: {},
      folder,
      terminal: true,
      columns: 100,
      now: 0,
    });
    assert.equal(status, 1);
    assert.match(lines[0]!, /^crs 2025-08\.csv: reading 0\.0 MB of 0\.0 MB$/);
    assert.equal(lines.at(-1), "", "the line is taken away");
  });

  it("leave nothing where the command is stopped", async () => {
    writeFileSync(
      join(folder, "big 2025-08.csv"),
      `${HEADER}\n${`${row("2019", "Germany", "Uzbekistan", "15210", "1.5")}\n`.repeat(1_500_000)}`,
    );
    const child = spawn(process.execPath, [COMMAND, "import", "big 2025-08.csv", "--data", "stopped"], {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
    });
    let err = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      err += text;
    });
    const work = join(folder, "stopped/holdings/work");
    const timer = setInterval(() => {
      if (existsSync(work) && readdirSync(work).length > 1) {
        clearInterval(timer);
        setTimeout(() => child.kill("SIGINT"), 100);
      }
    }, 20);
    const status = await new Promise((resolve) => child.on("close", resolve));
    clearInterval(timer);
    assert.equal(err, "Stopped. Nothing of the file was kept.\n");
    assert.equal(status, 1);
    assert.deepEqual([readdirSync(join(folder, "stopped/holdings/kept")), readdirSync(work)], [[], []]);
  });
});

describe("money over files of others", () => {
  let folder: string;
  const ask = (...argv: string[]) => inside(["money", ...argv], { folder });
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "kelisim-money-"));
    writeFileSync(join(folder, "crs 2025-08.csv"), CRS);
    assert.equal((await inside(["import", "crs 2025-08.csv", "--price-year", "2023"], { folder })).status, 1);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it("is summed in each basis by itself, with method, inputs and caveats below", async () => {
    const { status, out } = await ask("--by", "recipient,year");
    assert.equal(status, 0);
    // 1.5 + 4.5 + 2 millions in 2019, 3 in 2020; constant prices: 2 + 6.
    assert.match(out, /disbursement, USD, prices of the year\n.*\n +UZB +2019 +8,000,000\n +UZB +2020 +3,000,000\n/);
    assert.match(out, /disbursement, USD, constant prices of 2023\n.*\n +UZB +2019 +8,000,000\n/);
    assert.match(out, /Method money\.series: sum of the amounts/);
    assert.match(out, /Made of OECD Creditor Reporting System, activities, vintage 2025-08: 6 rows/);
    assert.match(out, /Licence: terms of the producer not seen/);
  });

  it("is chosen by donor, recipient, years, measure and prices; what is not given stays so", async () => {
    const asJson = async (...argv: string[]) => JSON.parse((await ask(...argv, "--json")).out).answers[0].figures;
    assert.deepEqual(
      (await asJson("--by", "donor", "--prices", "current", "--from", "2019", "--to", "2019")).map(
        ({ keys, sum, rows }: { keys: object; sum: string; rows: number }) => [keys, sum, rows],
      ),
      [
        [{ donor: "CRS:=1+1" }, "2000000", 1],
        [{ donor: "DEU" }, "6000000", 2],
      ],
    );
    assert.equal(
      (await asJson("--donor", "germany", "--purpose", "152", "--prices", "current", "--by", "donor"))[0].sum,
      "4500000",
    );
    assert.deepEqual(await asJson("--recipient", "Kazakhstan"), []);
    assert.deepEqual(await asJson("--measure", "commitment"), []);
  });

  it("gives the share of a set, and only its ends where something is undecided", async () => {
    const { out } = await ask("--share", "--prices", "current", "--json");
    const { method, figures } = JSON.parse(out).answers[0];
    assert.equal(method.id, "money.share");
    // 2019: 1.5 of 8, and 2 more of which "15" does not tell; 2020: 3 of 3.
    assert.deepEqual(
      figures.map((one: Record<string, unknown>) => [one.part, one.whole, one.share, one.between]),
      [
        ["1500000", "8000000", null, ["0.1875", "0.4375"]],
        ["3000000", "3000000", "1", ["1", "1"]],
      ],
    );
    assert.match((await ask("--share", "--prices", "current")).out, /18\.75% to 43\.75%: undecided\n/);
    const [only] = JSON.parse((await ask("--share", "11110", "--prices", "constant", "--json")).out).answers[0].figures;
    assert.deepEqual([only.part, only.whole, only.share], ["6000000", "8000000", "0.75"]);
  });

  it("is handed out as CSV and Parquet with citation, licence and caveats", async () => {
    const sums = await ask("--by", "donor,year", "--prices", "current", "--csv");
    const cells: Record<string, string>[] = parse(sums.out, { bom: true, columns: true });
    assert.match(sums.out, /\r\n$/);
    assert.deepEqual(
      cells.map(({ donor, year, sum, vintage }) => [donor, year, sum, vintage]),
      [
        ["CRS:=1+1", "2019", "2000000", "2025-08"],
        ["DEU", "2019", "6000000", "2025-08"],
        ["DEU", "2020", "3000000", "2025-08"],
      ],
    );
    for (const each of cells)
      assert.match(`${each.citation} ${each.licence} ${each.caveats}`, /OECD.*not seen.*Commitments/);
    const shares: Record<string, string>[] = parse((await ask("--share", "--prices", "current", "--csv")).out, {
      columns: true,
    });
    assert.deepEqual(
      [shares[0]!.set, shares[0]!.share, shares[0]!.greatest, shares[0]!.licence],
      ["152", "", "0.4375", "terms of the producer not seen"],
    );
    assert.equal((await ask("--parquet", "sums.parquet")).status, 0);
    assert.equal(readFileSync(join(folder, "sums.parquet")).subarray(0, 4).toString(), "PAR1");
    assert.match((await ask("--parquet", "sums.parquet")).err, /is there already/);
  });

  it("says what it cannot be asked", async () => {
    for (const [words, message] of [
      [["--by", "donors"], /Money is not grouped by "donors"\.\n {2}Did you mean donor\?/],
      [["--share", "153x"], /There is no set of purposes "153x"/],
      [["--measure", "commitments"], /There is no sum "commitments"\.\n {2}Did you mean commitment\?/],
      [["--prices", "old"], /There are no prices "old"/],
      [["--from", "2020", "--to", "2019"], /--from 2020 lies after --to 2019/],
      [["--from", "x"], /--from "x" is no year/],
      [["--dataset", "oecd"], /No data set "oecd" with money is held\.\n {2}Did you mean oecd-crs\?/],
      [["--holding", "none"], /There is no holding "none"/],
      [["--json", "--csv"], /--json and --csv cannot both be the format/],
      [["--share", "152", "--parquet", "x"], /--parquet holds sums/],
    ] as const) {
      const { status, err, out } = await ask(...words);
      assert.match(err, message);
      assert.deepEqual([status, out], [2, ""], words.join(" "));
    }
  });

  it("is worked out of real files, each source by itself", { skip }, async () => {
    const real = join(folder, "real");
    mkdirSync(real);
    for (const file of ["dportal_crs_recipient_sector_2012_2019.csv", "oecd_crs_flowtype_central_asia_1992_2023.csv"]) {
      const took = await kelisim(["import", `${ODA}${file}`, "--data", real], { cwd: ROOT });
      assert.equal(took.status, 0, took.err);
      assert.match(took.out, /is taken in\./);
    }
    const asked = await kelisim([
      "money",
      "--data",
      real,
      "--by",
      "recipient",
      "--from",
      "2013",
      "--to",
      "2013",
      "--share",
      "--json",
    ]);
    const answers: { dataset: string; figures: Record<string, unknown>[] }[] = JSON.parse(asked.out).answers;
    assert.deepEqual(
      answers.map(({ dataset }) => dataset),
      ["dportal-recipient-sector", "oecd-crs-flow-types"],
    );
    // Of the file: all rows of KGZ in 2013 whose code begins with 152, by hand, over all its rows without the total.
    const kyrgyz = (
      parse(readFileSync(`${ODA}dportal_crs_recipient_sector_2012_2019.csv`), { columns: true }) as Record<
        string,
        string
      >[]
    ).filter(
      ({ year, recipient, sector_or_purpose_code: code }) =>
        year === "2013" && recipient === "KGZ" && /^\d+$/.test(code!),
    );
    const millions = (rows: readonly Record<string, string>[]) =>
      rows.reduce((sum, { usd_million }) => sum + Number(usd_million), 0);
    const share =
      millions(kyrgyz.filter(({ sector_or_purpose_code: code }) => code!.startsWith("152"))) / millions(kyrgyz);
    const found = answers[0]!.figures.find(({ keys }) => (keys as { recipient: string }).recipient === "KGZ")!;
    assert.equal(Number(found.share).toFixed(6), share.toFixed(6));
    const page = await kelisim(["money", "--data", real, "--share", "--dataset", "oecd-crs-flow-types"]);
    assert.match(page.out, /Nothing here says for what the money was: the share is not known/);
    const two = await kelisim(["money", "--data", real, "--csv"]);
    assert.match(two.err, /sources stand side by side[\s\S]*--dataset oecd-crs-flow-types/);
  });
});

describe("numbers and years in words", () => {
  it("round half away from zero and never show something as nothing", () => {
    assert.deepEqual(["1234567.5", "-1234567.4", "0.5", "-0.000001", "0", "0.0", "999.9"].map(wholeUnits), [
      "1,234,568",
      "-1,234,567",
      "less than 1",
      "between -1 and 0",
      "0",
      "0",
      "1,000",
    ]);
  });

  it("gather years to spells", () => {
    assert.equal(yearsInWords([2015, 2012, 2013, 2019, 2014]), "2012 to 2015, 2019");
    assert.equal(yearsInWords([]), "");
  });
});
