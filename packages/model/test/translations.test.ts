import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkTranslations, readRegion, translationOf } from "../src/index.ts";
import { EXERCISE, INVITATION } from "./fixtures.ts";

const YAML =
  "format: kelisim-region\nversion: 1\nid: r\nname: R\nfictional: yes\ntables:\n" +
  "  parties: {coverage: partial}\n  channels: {coverage: partial}\n";
const PROGRAM = {
  instruments: [{ id: "RA", sides: [{ name: "East" }], clauses: [{ id: "RA-1", channel: "radio" }, { id: "RA-2a" }] }],
  vocabulary: [EXERCISE, INVITATION],
};

function read(rows: readonly string[], path = "translations/ru.csv") {
  return readRegion(
    new Map([
      ["region.yaml", YAML],
      ["parties.csv", "id,name,short_name,kind,source,confidence\nAVE,Avelin,,state,GK,medium\n"],
      ["channels.csv", "clause,channel,source,confidence\nRA-1,note verbale,GK,medium\n"],
      [path, ["of,id,field,text,status", ...rows, ""].join("\n")],
    ]),
  );
}

/** Problems as code, severity, place and message. */
const said = (problems: ReturnType<typeof read>["problems"]) =>
  problems.map(({ code, severity, file, line, message }) => `${severity} ${code} ${file}:${line} ${message}`);

describe("translations of a region", () => {
  it("give names and titles by language, field and id", () => {
    const { region, problems } = read([
      "party,AVE,name,Авелин,reviewed",
      "region,r,name,Край,draft",
      'instrument,RA,title,"Речное соглашение, 2001 год",draft',
      "instrument,RA,shortTitle,Речное соглашение,draft",
      "side,East,name,Восток,draft",
      "channel,note verbale,label,вербальная нота,draft",
    ]);
    assert.deepEqual(problems, []);
    assert.deepEqual(checkTranslations(region, PROGRAM), []);
    const ru = translationOf(region, "ru");
    assert.equal(ru("party", "AVE"), "Авелин");
    assert.equal(ru("region", "r"), "Край");
    assert.equal(ru("region", "r", "disclaimer"), undefined);
    assert.equal(ru("party", "AVE", "shortName"), undefined);
    assert.equal(ru("instrument", "RA"), "Речное соглашение, 2001 год");
    assert.equal(ru("instrument", "RA", "shortTitle"), "Речное соглашение");
    assert.equal(ru("channel", "note verbale"), "вербальная нота");
    assert.equal(ru("side", "RA.East"), "Восток");
    assert.equal(translationOf(region, "uz")("party", "AVE"), undefined);
    assert.deepEqual(region.translations.get("ru")?.[0], {
      of: "party",
      id: "AVE",
      field: "name",
      text: "Авелин",
      status: "reviewed",
      file: "translations/ru.csv",
      line: 2,
    });
  });

  it("go from the particular to the general for attributes and choices", () => {
    const { region } = read([
      "attribute,exercise,label,Учение,draft",
      "attribute,Exercise.start,label,Начало учения,draft",
      "attribute,start,label,Начало,draft",
      "choice,landing,label,Высадка,draft",
      "choice,activity.exercise,label,Учение,draft",
    ]);
    assert.deepEqual(checkTranslations(region, PROGRAM), []);
    const ru = translationOf(region, "ru");
    assert.equal(ru("attribute", "Exercise.start"), "Начало учения");
    assert.equal(ru("attribute", "start"), "Начало");
    assert.equal(ru("attribute", "ObserverInvitation.exercise"), "Учение");
    assert.equal(ru("choice", "Exercise.activity.landing"), "Высадка");
    assert.equal(ru("choice", "Exercise.activity.exercise"), "Учение");
    assert.equal(ru("attribute", "Exercise.personnel"), undefined);
  });

  it("warn of rows that name nothing, with their place and the nearest name", () => {
    const { region, problems } = read([
      "party,AVF,name,Авелин,draft",
      "instrument,RB,title,Речное соглашение,draft",
      "clause,RA-2,title,Угрозы,draft",
      "kind,Exercises,title,Учение,draft",
      "attribute,ObserverInvitation.start,label,Начало,draft",
      "choice,activity.transfer,label,Переброска,draft",
      "channel,telegraph,label,телеграф,draft",
    ]);
    const at = (line: number) => `warning region/unknown-translation translations/ru.csv:${line}`;
    assert.deepEqual(said(problems), [`${at(2)} id: there is no party "AVF"`]);
    assert.match(problems[0]?.mend ?? "", /AVE/);
    assert.deepEqual(said(checkTranslations(region, PROGRAM)), [
      `${at(3)} id: this region has no instrument "RB"`,
      `${at(4)} id: this region has no clause "RA-2"`,
      `${at(5)} id: this region has no kind "Exercises"`,
      `${at(6)} id: this region has no attribute "ObserverInvitation.start"`,
      `${at(7)} id: this region has no choice "activity.transfer"`,
      `${at(8)} id: this region has no channel "telegraph"`,
    ]);
    assert.equal(translationOf(region, "ru")("party", "AVF"), undefined);
  });

  it("refuse what stands twice, is empty or unknown, and keep the first", () => {
    const { region, problems } = read([
      "clause,RA-1,title,Первый,draft",
      "clause,RA-1,title,Второй,draft",
      "clause,RA-2a,title,,draft",
      "clause,RA-2a,name,Третий,draft",
      "article,RA-2a,title,Третий,draft",
      "kind,Exercise,title,Учение,final",
    ]);
    const at = (code: string, line: number) => `error table/${code} translations/ru.csv:${line}`;
    assert.deepEqual(said(problems), [
      `${at("repeated-row", 3)} row: clause title RA-1 stands on line 2 already`,
      `${at("wrong-value", 4)} text: is empty`,
      `${at("wrong-value", 5)} field: "name" is not one of title`,
      `${at("wrong-value", 6)} of: "article" is not one of region, party, organisation, instrument, clause, side, kind, attribute, choice, threat, channel, timeline, programme, dispute, category, place, engagement, definition`,
      `${at("wrong-value", 7)} status: "final" is not one of draft, reviewed`,
    ]);
    assert.equal(translationOf(region, "ru")("clause", "RA-1"), "Первый");
    assert.equal(region.translations.get("ru")?.length, 1);
  });

  it("warn of a file whose name is no language", () => {
    const { region, problems } = read([], "translations/russian words.csv");
    assert.equal(problems[0]?.code, "region/undeclared-table");
    assert.equal(region.translations.size, 0);
    assert.deepEqual([...read([], "translations/uz-Cyrl.csv").region.translations.keys()], ["uz-Cyrl"]);
  });
});
