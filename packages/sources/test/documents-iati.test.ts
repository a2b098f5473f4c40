import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { columnsOf, isRefusal, MEASURES } from "@kelisim/model";
import { countedOnce, iatiActivities, readCodelist } from "../src/documents/index.ts";
import { type ReadDocument, readDocument, shown, textOfFile, WITH_FILES } from "./documents-reading.ts";

const EXAMPLE = "standards/iati/iati_activity_example_2.02_fictional.xml";

const activities = (...inner: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n${inner.join("\n")}\n</iati-activities>`;
const activity = (inner: string, attributes = 'default-currency="USD"', id = "XM-1") =>
  `<iati-activity ${attributes}><iati-identifier>${id}</iati-identifier>${inner}</iati-activity>`;
const money = (amount: string, inner = "", type = "3") =>
  `<transaction><transaction-type code="${type}"/><transaction-date iso-date="2015-03-01"/><value>${amount}</value>${inner}</transaction>`;
const budget = (type: string, amount: string, year = 2015) =>
  `<budget type="${type}"><period-start iso-date="${year}-01-01"/><period-end iso-date="${year}-12-31"/><value value-date="${year}-01-01">${amount}</value></budget>`;
const country = (code: string, percentage?: string) =>
  `<recipient-country code="${code}"${percentage === undefined ? "" : ` percentage="${percentage}"`}/>`;
const sector = (code: string, percentage: string, vocabulary = "1") =>
  `<sector vocabulary="${vocabulary}" code="${code}" percentage="${percentage}"/>`;

const read = (...inner: readonly string[]): Promise<ReadDocument> => readDocument(iatiActivities, activities(...inner));

describe("sums of IATI activities", () => {
  it("divides by the percentages of recipients and sectors so that the parts are the whole", async () => {
    // 100 in thirds is 33.333333 three times and 0.000001 left, which goes to the first. Each third by sectors of 60 and 40:
    // 33.333334 is 20.0000004 and 13.3333336, so 20 and 13.333333 with one left for the larger remainder (0.6);
    // 33.333333 is 19.9999998 and 13.3333332, so 19.999999 and 13.333333 with one left for the first (0.8).
    const { rows, without } = await read(
      activity(
        `${country("KG", "33.33")}${country("TJ", "33.33")}${country("UZ", "33.33")}${sector("15210", "60")}${sector("15110", "40")}${money("100")}`,
      ),
    );
    assert.deepEqual(shown(rows, "recipient", "recipient_share", "purpose", "amount"), [
      "KGZ 33.33 15210 20",
      "KGZ 33.33 15110 13.333334",
      "TJK 33.33 15210 20",
      "TJK 33.33 15110 13.333333",
      "UZB 33.33 15210 20",
      "UZB 33.33 15110 13.333333",
    ]);
    assert.deepEqual(
      without.map(({ problem }) => problem),
      ["line 3: percentages of recipients sum to 99.99: taken as 100"],
    );
  });

  it("names the rest of percentages below 100 unallocated, and never repeats a whole where shares are not known", async () => {
    const rest = await read(activity(`${country("KG", "60")}${country("TJ", "15.5")}${money("-1000")}`));
    assert.deepEqual(shown(rest.rows, "recipient", "recipient_share", "amount"), [
      "KGZ 60 -600",
      "TJK 15.5 -155",
      "unallocated 24.5 -245",
    ]);
    assert.match(rest.without[0]!.problem, /sum to 75.5: the rest is unallocated/);
    for (const [inner, problem] of [
      [country("KG") + country("TJ"), /2 recipients without percentages/],
      [country("KG", "100") + country("TJ", "100"), /sum to 200: they cannot be trusted/],
      [country("KG", "half") + country("TJ", "50"), /"half" is not a percentage/],
    ] as const) {
      const { rows, without } = await read(activity(inner + money("1000")));
      assert.deepEqual(shown(rows, "recipient", "amount"), ["- 1000"]);
      assert.match(without[0]!.problem, problem);
      assert.equal(without[0]!.column, "recipient");
    }
    const one = await read(activity(country("TM") + money("5")));
    assert.deepEqual(shown(one.rows, "recipient", "recipient_share", "amount"), ["TKM 100 5"]);
    assert.deepEqual(one.without, []);
  });

  it("takes the recipient and sector of a transaction before those of its activity", async () => {
    const { rows } = await read(
      activity(
        `<recipient-region code="619" vocabulary="1"/>${sector("15110", "100")}` +
          money("1", '<recipient-country code="KG"/>') +
          money("2", '<sector vocabulary="2" code="152"/><sector vocabulary="99" code="X"/>') +
          money("3"),
      ),
    );
    assert.deepEqual(shown(rows, "row", "recipient", "recipient_share", "purpose", "amount"), [
      "1 KGZ - 15110 1",
      "2 Central Asia, regional 100 152 2",
      "3 Central Asia, regional 100 15110 3",
    ]);
  });

  it("keeps what a sum is, and who gives and gets it", async () => {
    const { rows } = await read(
      activity(
        `<reporting-org ref="XM-DAC-41114"><narrative>UNDP</narrative></reporting-org>
         <title><narrative xml:lang="ru">Границы</narrative><narrative xml:lang="en">Borders</narrative></title>
         <participating-org role="1" ref="XI-IATI-EC_DEVCO"><narrative>DG DEVCO</narrative></participating-org>
         <participating-org role="4"><narrative>Border Service</narrative></participating-org>
         <default-flow-type code="10"/>` +
          budget("1", "100") +
          money("1", "", "1") +
          money("2", '<receiver-org ref="KG-X"><narrative>Ministry</narrative></receiver-org>', "4") +
          money(
            "3",
            '<provider-org ref="GB-GOV-1"><narrative>FCDO</narrative></provider-org><flow-type code="21"/>',
            "11",
          ),
        'default-currency="eur" humanitarian="0" loc:agreement-number="L-42"',
      ),
    );
    assert.deepEqual(
      shown(rows, "measure", "donor", "agency", "channel", "flow", "currency", "title", "humanitarian", "agreement"),
      [
        "budget EU DG DEVCO Border Service ODA EUR Borders no L-42",
        "received EU DG DEVCO UNDP ODA EUR Borders no L-42",
        "expenditure UNDP - Ministry ODA EUR Borders no L-42",
        "incoming commitment GBR FCDO UNDP Non-export credit OOF EUR Borders no L-42",
      ],
    );
    assert.deepEqual(shown(rows.slice(0, 2), "year", "from", "to", "value_date"), [
      "2015 2015-01-01 2015-12-31 2015-01-01",
      "2015 2015-03-01 2015-03-01 -",
    ]);
  });

  it("replaces an original budget by a revised one of the same period alone, and says so", async () => {
    const { rows, refused } = await read(
      activity(budget("1", "100") + budget("2", "80") + budget("1", "70", 2016) + budget("2", "60", 2017)),
    );
    assert.deepEqual(shown(rows, "row", "year", "amount"), ["2 2015 80", "3 2016 70", "4 2017 60"]);
    assert.deepEqual(refused, [
      { row: 1, text: "100", problem: "line 3: a revised budget of the same period replaces it" },
    ]);
  });

  it("refuses sums that cannot be read, each with its place", async () => {
    const { rows, refused } = await read(
      activity(
        `${money("10 000")}\n${money("5", "", "99")}\n<transaction><transaction-type code="3"/><value>5</value></transaction>\n${money("7")}`,
      ),
      activity(money("1"), ""),
      `<iati-activity default-currency="USD">${money("9")}</iati-activity>`,
    );
    assert.deepEqual(shown(rows, "row", "amount"), ["4 7"]);
    assert.deepEqual(
      refused.map(({ row, column, problem }) => `${row} ${column} ${problem}`),
      [
        '1 amount line 3: "10 000" is not an amount',
        '2 measure line 4: "99" is no type of transaction',
        "3 year line 5: year is empty: there is no date",
        "5 currency line 7: currency is empty",
        "6 activity line 8: its activity has no identifier",
      ],
    );
  });

  it("reads 1.x, whose types are letters and whose texts stand in the elements", async () => {
    const { rows } = await read(
      `<iati-activity version="1.03" default-currency="USD"><iati-identifier> 47045-X </iati-identifier><title>Old</title>
       <participating-org role="Funding" ref="SE-6">Sida</participating-org><sector vocabulary="DAC" code="15210">x</sector>
       <transaction><transaction-type code="C"/><transaction-date iso-date="2011-05-01Z"/><value value-date="2011-05-01">1,500.50</value>
       <provider-org ref="SE-6">Sida</provider-org></transaction></iati-activity>`,
    );
    assert.deepEqual(shown(rows, "activity", "title", "measure", "from", "donor", "agency", "purpose", "amount"), [
      "47045-X Old commitment 2011-05-01 SWE Sida 15210 1500.5",
    ]);
  });

  it("says of what it makes no more than the table has", async () => {
    const { rows } = await read(activity(country("KG") + sector("15210", "100") + money("1") + budget("2", "5")));
    const known = new Set(["row", ...columnsOf("flows").map(({ name }) => name)]);
    for (const row of rows) {
      assert.deepEqual(
        Object.keys(row).filter((column) => !known.has(column)),
        [],
      );
      assert.ok(MEASURES.some((measure) => measure === row.measure));
    }
    for (const { to } of iatiActivities.columns) assert.ok(known.has(to), to);
  });
});

describe("levels of IATI activities", () => {
  const child = (id: string, amount: string, related = '<related-activity type="1" ref="P"/>') =>
    activity(related + money(amount, "", "2"), 'default-currency="USD" hierarchy="2"', id);
  const parent = activity(money("100", "", "2") + money("30", "", "3"), 'default-currency="USD" hierarchy="1"', "P");

  it("counts one level: of a parent only what no child gives", async () => {
    // The parent commits 100, its children 60 and 40: the same 100. Only the parent gives its disbursement of 30.
    const { rows } = await read(parent, child("C1", "60"), child("C2", "40"));
    const counted = countedOnce(rows);
    assert.deepEqual(shown(counted.rows, "activity", "measure", "amount"), [
      "P disbursement 30",
      "C1 commitment 60",
      "C2 commitment 40",
    ]);
    assert.deepEqual(counted.leftOut, [
      {
        reason: "stands again in the activities that this one contains",
        rows: 1,
        amount: { sum: "100", currency: "USD" },
      },
    ]);
  });

  it("sees through a level without money, and ends at a circle", async () => {
    const middle = activity(
      `<related-activity type="1" ref="P"/>${money("1", "", "4")}`,
      'default-currency="USD"',
      "M",
    );
    const { rows } = await read(parent, middle, child("C", "100", '<related-activity type="1" ref="M"/>'));
    assert.deepEqual(shown(countedOnce(rows).rows, "activity", "measure"), [
      "P disbursement",
      "M expenditure",
      "C commitment",
    ]);
    const circle = await read(
      child("A", "1", '<related-activity type="1" ref="B"/>'),
      child("B", "1", '<related-activity type="1" ref="A"/>'),
    );
    assert.equal(countedOnce(circle.rows).leftOut.length, 1);
  });

  it("takes the parent's word for its children, and says where a level stays unknown", async () => {
    const naming = activity(
      '<related-activity type="2" ref="C1"/><related-activity type="2" ref="C0"/>',
      'hierarchy="1"',
      "P",
    );
    const { rows, without, refused } = await read(child("C0", "1", ""), naming, child("C1", "60", ""));
    assert.deepEqual(shown(rows, "activity", "parent"), ["C0 -", "C1 P"]);
    assert.match(without[0]!.problem, /hierarchy 2 but names no parent/);
    assert.match(refused[0]!.problem, /P names it as its child, but it stood before/);
  });
});

describe("IATI as XML", () => {
  const whole = activities(activity(money("1")), activity(money("2"), undefined, "XM-2"));

  it("keeps what stands before a document breaks off, and tells the place", async () => {
    const cut = whole.slice(0, whole.lastIndexOf("<value>"));
    for (const piece of [cut.length, 7]) {
      const { rows, refused } = await readDocument(iatiActivities, cut, piece);
      assert.deepEqual(shown(rows, "activity", "amount"), ["XM-1 1"]);
      const column = cut.length - cut.lastIndexOf("\n") - 1;
      assert.deepEqual(refused, [
        {
          row: 2,
          problem: `line 4, column ${column}: the document ends before its last element is closed: it was cut off`,
        },
      ]);
    }
  });

  it("stops at what is not well-formed", async () => {
    const { rows, refused } = await readDocument(iatiActivities, whole.replace("</iati-activities>", "<a></b>"));
    assert.equal(rows.length, 2);
    assert.deepEqual(refused, [
      { row: 3, problem: "line 5, column 7: this is not well-formed XML: unexpected close tag" },
    ]);
  });

  it("tells the place of a & that begins no entity, though all that follows could belong to it", async () => {
    const { rows, refused } = await readDocument(iatiActivities, whole.replace("XM-2", "XM & Co"));
    assert.equal(rows.length, 1);
    assert.deepEqual(refused, [
      { row: 2, problem: 'line 4, column 59: a "&" begins no entity: it is written "&amp;"' },
    ]);
    const inside = whole.replace("XM-2", "<!-- a & b --><![CDATA[c & d]]>");
    assert.deepEqual(shown((await readDocument(iatiActivities, inside)).rows, "activity"), ["XM-1", "c & d"]);
  });

  it("follows no declaration: neither a file outside nor entities within entities", async () => {
    const laughs = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};&l${at};">`).join("");
    const doctype = `<!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">${laughs}]>`;
    const put = (entity: string) =>
      whole
        .replace('"UTF-8"?>', `"UTF-8"?>${doctype}`)
        .replace("<iati-identifier>XM-2", `<iati-identifier>${entity}XM-2`);
    for (const entity of ["&l30;", "&f;"]) {
      const { rows, refused } = await readDocument(iatiActivities, put(entity));
      assert.equal(rows.length, 1);
      assert.match(refused[0]!.problem, /^line 4, column \d+: an entity that is not one of XML's own five/);
    }
    assert.equal((await readDocument(iatiActivities, put("&amp;"))).rows.length, 2);
  });

  it("says where the text was decoded wrongly", async () => {
    const broken = whole.replace("XM-2", "XM-\uFFFD");
    const noted = await readDocument(iatiActivities, broken);
    assert.equal(noted.rows.length, 2);
    assert.match(noted.refused[0]!.problem, /^line 4, column 59: a letter could not be read \(U\+FFFD\)/);
    const latin = await readDocument(iatiActivities, broken.replace("UTF-8", "ISO-8859-1"));
    assert.equal(latin.rows.length, 1);
    assert.match(latin.refused[0]!.problem, /^line 4, column 59: .* says that it is ISO-8859-1/);
  });

  it("never throws: cut anywhere or with a letter changed it gives rows of the whole, or says why not", async () => {
    const all = await readDocument(iatiActivities, whole);
    for (let at = 0; at < whole.length; at += 1) {
      const cut = await readDocument(iatiActivities, whole.slice(0, at));
      assert.deepEqual(cut.rows, all.rows.slice(0, cut.rows.length));
      assert.ok(cut.refused.length > 0);
      for (const letter of ["<", "&", "\u0000"])
        await readDocument(iatiActivities, whole.slice(0, at) + letter + whole.slice(at + 1));
    }
  });

  it("says when there is no activity", async () => {
    assert.deepEqual((await read()).refused, [{ row: 1, problem: "there is no <iati-activity> in the document" }]);
    for (const text of ["", "plain", '{"a":1}', "\u0000\u0001"])
      assert.equal((await readDocument(iatiActivities, text)).refused.length, 1, text);
  });

  it("reads the same in pieces of any size", async () => {
    const text = activities(
      activity(`<title><narrative><![CDATA[A & B]]> &lt;c&gt;</narrative></title>${country("KG")}${money("1")}`),
    );
    const all = await readDocument(iatiActivities, text);
    assert.equal(all.rows[0]!.title, "A & B <c>");
    for (const piece of [1, 2, 3, 5, 64]) assert.deepEqual(await readDocument(iatiActivities, text, piece), all);
  });
});

describe("published IATI files", WITH_FILES, () => {
  it("reads the example of the standard 2.02", async () => {
    const text = textOfFile(EXAMPLE);
    const { rows, refused, without } = await readDocument(iatiActivities, text);
    // Two countries and two regions of 25 % by two sectors of 50 %: eight times 375 are 3000. The vocabularies 99 and 98 say the
    // same money again. One transaction, of which the state is taken.
    assert.deepEqual(
      [1, 2, 3, 4].map((row) =>
        rows
          .filter((one) => one.row === row)
          .map(({ amount }) => amount)
          .join(" "),
      ),
      [...Array.from({ length: 3 }, () => Array.from({ length: 8 }, () => "375").join(" ")), "1000"],
    );
    assert.deepEqual(shown(rows.slice(-1), "measure", "recipient", "purpose", "donor_name", "currency"), [
      "received TKM 111 Agency B EUR",
    ]);
    assert.deepEqual(refused, []);
    assert.match(without[0]!.problem, /names a state and a region \(616\)/);
    assert.equal(iatiActivities.vintage?.({ name: "", bytes: 0, head: text }), "2014-09-10");
    assert.ok(iatiActivities.accepts({ name: "", bytes: 0, head: text }));
  });

  it("reads code lists", () => {
    const list = readCodelist(textOfFile("standards/iati/Sector.xml"));
    assert.ok(!isRefusal(list));
    assert.equal(list.name, "Sector");
    const management = list.items.find(({ code }) => code === "15210");
    assert.equal(management?.names.en, "Security system management and reform");
    assert.equal(management?.category, "152");
    const flows = readCodelist(textOfFile("standards/iati/FlowType.xml"));
    assert.ok(!isRefusal(flows));
    assert.deepEqual(
      flows.items.find(({ code }) => code === "20"),
      {
        code: "20",
        names: { en: "OOF", fr: "AASP" },
        withdrawn: "2015-12-31",
      },
    );
    assert.ok(isRefusal(readCodelist("<codelist name='x'>")));
    assert.ok(isRefusal(readCodelist(textOfFile(EXAMPLE))));
  });
});
