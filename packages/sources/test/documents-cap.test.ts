import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { capAlerts, xmlEncoding } from "../src/documents/index.ts";
import { bytesOf, readDocument, shown, textOfFile, WITH_FILES } from "./documents-reading.ts";

const file = (name: string) => readDocument(capAlerts, textOfFile(`standards/cap/${name}`));

const alert = (changes: Readonly<Record<string, string>> = {}, areas = "<areaDesc>Osh</areaDesc>", version = "1.2") => {
  const text = (name: string, value: string) =>
    changes[name] === "" ? "" : `<${name}>${changes[name] ?? value}</${name}>`;
  return `<alert xmlns="urn:oasis:names:tc:emergency:cap:${version}">${text("identifier", "A1")}${text("sender", "s@example.org")}${text("sent", "2025-03-06T13:37:01+06:00")}${text("status", "Actual")}${text("msgType", "Alert")}${text("scope", "Public")}${changes.more ?? ""}<info>${text("language", "en")}${text("category", "Met")}${text("event", "Mudflow")}${text("urgency", "Expected")}${text("severity", "Severe")}${text("certainty", "Likely")}${text("onset", "2025-03-07T00:00:00+06:00")}${text("expires", "2025-03-08T00:00:00+06:00")}<area>${areas}</area></info></alert>`;
};

describe("CAP alerts", () => {
  it("become events with their days, place and middle", async () => {
    // A square from 40 to 42 degrees north and 70 to 74 east: its middle is 41, 72.
    const area = "<areaDesc>Osh</areaDesc><polygon>40,70 42,70 42,74 40,74 40,70</polygon>";
    const { rows, refused } = await readDocument(capAlerts, alert({}, area));
    assert.deepEqual(shown(rows, "event", "kind", "from", "to", "precision", "place", "lat", "lon", "severity"), [
      "A1 Mudflow 2025-03-07 2025-03-08 day Osh 41 72 Severe",
    ]);
    assert.equal(
      rows[0]!.written,
      "sender s@example.org; sent 2025-03-06T13:37:01+06:00; urgency Expected; certainty Likely; languages en",
    );
    assert.deepEqual(refused, []);
  });

  it("stay whole across the 180th meridian, and leave out shapes that cannot be read", async () => {
    const across = await readDocument(
      capAlerts,
      alert({}, "<areaDesc>x</areaDesc><polygon>10,178 10,-176 12,-176 12,178 10,178</polygon>"),
    );
    assert.deepEqual(shown(across.rows, "lat", "lon"), ["11 -179"]);
    for (const [shape, problem] of [
      ["<polygon>1,1 2,2 1,1</polygon>", "a polygon has less than four points"],
      ["<polygon>1,1 1,2 2,2 2,1</polygon>", "a polygon is not closed"],
      ["<polygon>1,1 1),2 2,2 1,1</polygon>", 'a polygon has "1),2", which is no pair of coordinates'],
      ["<polygon>91,1 1,2 2,2 91,1</polygon>", 'a polygon has "91,1", which is no pair of coordinates'],
      ["<polygon/>", "a polygon is empty"],
      ["<circle>1,1</circle>", "a circle cannot be read"],
    ] as const) {
      const { rows, without } = await readDocument(capAlerts, alert({}, `<areaDesc>x</areaDesc>${shape}`));
      assert.deepEqual(shown(rows, "place", "lat", "lon"), ["x - -"]);
      assert.deepEqual(without, [{ row: 1, column: "lat", problem }]);
    }
  });

  it("are refused where they break the standard or tell of no event, with the reason", async () => {
    for (const [changes, problem] of [
      [{ scope: "" }, "not valid by CAP: <scope> is missing"],
      [{ severity: "Bad" }, 'not valid by CAP: <severity> is "Bad", which is none of its words'],
      [
        { sent: "2025-03-06T13:37:01Z" },
        'not valid by CAP: <sent> "2025-03-06T13:37:01Z" is no date and time with an offset',
      ],
      [
        { onset: "2025-02-30T00:00:00+06:00" },
        'not valid by CAP: <onset> "2025-02-30T00:00:00+06:00" is no date and time with an offset',
      ],
      [{ identifier: "a b" }, "not valid by CAP: <identifier> has a space, a comma, < or &"],
      [{ msgType: "Update" }, "not valid by CAP: <references> is missing"],
      [{ scope: "Private" }, "not valid by CAP: <addresses> is missing"],
      [{ category: "" }, "not valid by CAP: <category> is missing"],
      [{ status: "Exercise" }, "its status is Exercise: it warns of nothing"],
      [
        { msgType: "Cancel", more: "<references>s,A0,t</references>" },
        "it is a message of the kind Cancel: it tells of no event",
      ],
    ] as const) {
      const { rows, refused } = await readDocument(capAlerts, alert(changes));
      assert.deepEqual(rows, []);
      assert.deepEqual(
        refused.map(({ problem: said }) => said),
        [`line 1: ${problem}`],
      );
    }
    assert.equal((await readDocument(capAlerts, alert({ category: "" }, undefined, "1.0"))).rows.length, 1);
    assert.equal((await readDocument(capAlerts, alert({ certainty: "Very Likely" }))).rows.length, 1);
  });

  it("are read out of a feed, one after another, and leave out an end before the beginning", async () => {
    const feed = `<feed>${alert()}${alert({ identifier: "A2", expires: "2025-03-01T00:00:00+06:00" })}</feed>`;
    const { rows, without } = await readDocument(capAlerts, feed, 50);
    assert.deepEqual(shown(rows, "row", "event", "to"), ["1 A1 2025-03-08", "2 A2 -"]);
    assert.equal(without[0]!.problem, "it expires before it begins (2025-03-07)");
  });
});

describe("published CAP alerts", WITH_FILES, () => {
  it("reads the alert of Kazhydromet", async () => {
    const { rows } = await file("kz-2.49.0.0.398.0-20250306-133701-0284797-00-EN.xml");
    assert.deepEqual(shown(rows, "event", "kind", "from", "to", "place", "severity"), [
      "2.49.0.0.398.0-20250306-133701-0284797-00-EN Freezing rain, icing 2025-03-06 2025-03-07 Kokpekti district (Abai oblysy) Moderate",
    ]);
    const { lat, lon } = rows[0]!;
    // Within the bounds of its polygon.
    assert.ok(Number(lat) > 48.151 && Number(lat) < 49.266 && Number(lon) > 81.507 && Number(lon) < 83.616);
  });

  it("takes an alert in several languages once, in English", async () => {
    const macao = await file("mo-cap_monsoon.xml");
    assert.equal(macao.rows.length, 1);
    assert.match(String(macao.rows[0]!.written), /languages zh-mo, pt-PT, en-US; updates meteo@smg.gov.mo/);
    const israel = await file("il-488abaaf-cad5-4d2b-93b2-703016878453.xml");
    assert.deepEqual(shown(israel.rows, "title", "place"), [
      "Flash Floods South Judea Desert  Dead Sea; North Eastern Negev; Northern Arava",
    ]);
    assert.deepEqual(
      israel.without.map(({ problem }) => problem),
      ["a polygon is empty"],
    );
    assert.deepEqual(shown((await file("google_australia.cap")).rows, "kind", "lat", "lon"), [
      "Fire -35.3888 147.0598",
    ]);
  });

  it("takes signed alerts and says that their signature is not verified", async () => {
    for (const name of ["google_earthquake_signed.cap", "google_canada_signed.cap"]) {
      const { rows } = await file(name);
      assert.equal(rows.length, 1, name);
      assert.match(String(rows[0]!.written), /; signed, the signature is not verified$/);
    }
  });

  it("refuses the invalid ones with their reasons", async () => {
    const reasons = async (name: string) => (await file(name)).refused.map(({ problem }) => problem);
    assert.deepEqual(await reasons("google_invalid.cap"), ["line 2: not valid by CAP: <scope> is missing"]);
    assert.deepEqual(await reasons("google_canada_errors.cap"), ["line 2: not valid by CAP: <references> is missing"]);
    assert.deepEqual(await reasons("google_noaa_errors.cap"), [
      "line 3: not valid by CAP: <urgency> is missing; <severity> is missing; <certainty> is missing",
    ]);
    assert.deepEqual(await reasons("google_no_optional_fields.cap"), [
      "line 3: it has no <info>: it tells of no event",
    ]);
  });

  it("reads ISO-8859-1 by its declaration, and says where it was read as something else", async () => {
    const bytes = bytesOf("standards/cap/google_earthquake-iso8859-1.cap");
    const wrong = await readDocument(capAlerts, new TextDecoder("utf-8").decode(bytes));
    assert.deepEqual(wrong.rows, []);
    assert.match(wrong.refused[0]!.problem, /^line 23, column 32: .* ISO-8859-1/);
    const encoding = xmlEncoding(new TextDecoder("latin1").decode(bytes.subarray(0, 200)));
    assert.equal(encoding, "iso-8859-1");
    const { rows } = await readDocument(capAlerts, new TextDecoder(encoding).decode(bytes));
    assert.match(String(rows[0]!.title), /^EQ 4\.6 Usulután/);
  });

  it("reads all the others without a refusal", async () => {
    for (const name of [
      "gdacs-cap_1001150.xml",
      "gdacs-cap_1023542.xml",
      "gdacs-cap_1470644.xml",
      "google_canada.cap",
      "google_earthquake.cap",
      "google_wcatwc-warning.cap",
      "google_weather.cap",
      "ru-20250301222516-0086037.xml",
    ]) {
      const text = textOfFile(`standards/cap/${name}`);
      assert.ok(capAlerts.accepts({ name, bytes: text.length, head: text }), name);
      const { rows, refused } = await readDocument(capAlerts, text);
      assert.deepEqual([rows.length, refused], [1, []], name);
    }
  });
});
