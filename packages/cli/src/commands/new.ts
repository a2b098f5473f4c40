import type { Instrument } from "@kelisim/accord/program";
import { draftInstrument, type Kit, partsNeeded } from "@kelisim/draft";
import type { Problem } from "@kelisim/model";
import { geographyOf } from "@kelisim/region-files";
import { compileRegion, draftContext } from "@kelisim/region-files/compile";
import { readParties } from "../arguments/party.ts";
import { readForm, readName, readNumber, readParts, readSettings, readTitle, readZone } from "../draft/answers.ts";
import { type Asker, createAsker } from "../draft/ask.ts";
import { openKit } from "../draft/open-kit.ts";
import { writeNew } from "../files/write-new.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import { DEFAULT_REGION, type Options } from "../program.ts";
import { type Answer, isRefusal, refuse } from "../refusal.ts";
import { type OpenRegion, openRegion } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

export interface NewOptions extends Omit<Options, "party"> {
  readonly title?: string;
  readonly parties?: string;
  readonly clauses?: string;
  readonly zone?: string;
  readonly kind?: string;
  readonly out?: string;
  readonly yes?: boolean;
  readonly list?: boolean;
}

const say = texts.draft;
/** What a draft is made of where nothing else is said. */
const USUAL = "notice,reply,escalation,withdrawal";

/**
 * `kelisim new instrument`: drafts an agreement from the kit of tested clauses. What is not given is asked for, or with
 * --yes taken as proposed. Nothing is written that does not compile, and no file is written over.
 */
export async function newInstrument(io: Io, name: string | undefined, options: NewOptions): Promise<Outcome> {
  const kit = await openKit();
  if (isRefusal(kit)) return kit;
  if (options.list === true) return listKit(io, kit, options);
  const open = await openRegion(io, options.region);
  if (isRefusal(open)) return open;
  const wanted = await readWishes(io, kit, open, name, options);
  if (isRefusal(wanted)) return wanted;
  const draft = draftInstrument(kit, { ...wanted, vocabulary: open.program.vocabulary });
  const { region } = open;
  const { program, problems } = compileRegion(
    region,
    [...region.accordFiles, { path: wanted.out, text: draft.text }],
    draftContext(region),
  );
  const faults = problems.filter((problem) => problem.file === wanted.out && problem.severity !== "info");
  if (faults.length > 0) return reportFaults(io, faults, options);
  if (wanted.out === "-") {
    await io.print(draft.text);
    return EXIT.fine;
  }
  const failed = await writeNew(io, wanted.out, draft.text);
  if (failed !== undefined) return failed;
  const clauses = program.instruments.find((each) => each.id === wanted.name)?.clauses.length ?? 0;
  if (options.json === true) {
    await io.print(
      json("kelisim-draft", {
        file: wanted.out,
        instrument: wanted.name,
        clauses,
        parts: draft.parts.map((part) => part.id),
        regionKinds: draft.regionKinds.map((kind) => kind.name),
        ownKinds: draft.ownKinds,
        numbers: numbersOf(draft.parts, wanted.numbers),
      }),
    );
    return EXIT.fine;
  }
  const paper = new Paper(await lookOf(io, options));
  paper.text(say.written(wanted.out, draft.parts.length, clauses), { indent: 0, style: "bold" });
  paper.text(say.partsIn(draft.parts.map((part) => part.id)), { indent: 0 });
  if (draft.regionKinds.length > 0) {
    paper.text(say.regionKinds(region.name), { indent: 0 });
    for (const kind of draft.regionKinds) paper.text(`${kind.name}: ${kind.title}`, { indent: 2, hang: 2 });
  }
  if (draft.ownKinds.length > 0) paper.text(say.ownKinds(draft.ownKinds), { indent: 0 });
  paper.text(say.numbersToAgree(Object.keys(numbersOf(draft.parts, wanted.numbers)).length), { indent: 0 });
  const at = options.region === DEFAULT_REGION ? "" : ` --region ${options.region}`;
  paper.gap().text(say.next, { indent: 0 });
  paper
    .text(`kelisim check ${wanted.out}${at}`)
    .text(`kelisim doc ${wanted.out} --html --out ${wanted.name}.html${at}`);
  await io.print(paper.toString());
  return EXIT.fine;
}

interface Wishes {
  readonly name: string;
  readonly title: string;
  readonly form: Instrument["kind"];
  readonly parties: readonly string[];
  readonly parts: readonly string[];
  readonly zone?: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly out: string;
}

/** Reads what was given, and asks for the rest where anything that has no usual answer is missing. */
async function readWishes(
  io: Io,
  kit: Kit,
  open: OpenRegion,
  name: string | undefined,
  options: NewOptions,
): Promise<Answer<Wishes>> {
  const missing = name === undefined || options.title === undefined || options.parties === undefined;
  const asker = missing && options.yes !== true ? createAsker(io) : undefined;
  try {
    return await readEach(asker, kit, open, name, options);
  } finally {
    asker?.close();
  }
}

async function readEach(
  asker: Asker | undefined,
  kit: Kit,
  open: OpenRegion,
  givenName: string | undefined,
  options: NewOptions,
): Promise<Answer<Wishes>> {
  const { region, program } = open;
  const get = async <T>(
    given: string | undefined,
    question: string,
    usual: string,
    read: (text: string) => Answer<T>,
  ): Promise<Answer<T>> => {
    if (given !== undefined) return read(given);
    return asker === undefined ? read(usual) : asker.ask(question, usual, read);
  };
  const name = await get(givenName, say.askName, freeName(program.instruments), (text) => readName(text, program));
  if (isRefusal(name)) return name;
  const title = await get(options.title, say.askTitle, say.usualTitle, readTitle);
  if (isRefusal(title)) return title;
  const form = options.kind === undefined ? "treaty" : readForm(options.kind);
  if (isRefusal(form)) return form;
  const states = region.parties.filter((party) => party.kind === "state");
  const usualParties = (region.focus.length > 0 ? region.focus : states.map((party) => party.id)).slice(0, 2);
  const parties = await get(options.parties, say.askParties, usualParties.join(","), (text) => {
    const read = readParties([text], region.parties, region.name);
    return isRefusal(read) || read.length >= 2
      ? read
      : refuse(say.twoParties, texts.partiesAre(states.map((p) => p.id)));
  });
  if (isRefusal(parties)) return parties;
  if (asker !== undefined && options.clauses === undefined)
    asker.tell(kit.parts.map((part) => say.partLine(part.id, part.summary)));
  const ids = await get(options.clauses, say.askParts, USUAL, (text) => readParts(text, kit));
  if (isRefusal(ids)) return ids;
  const parts = partsNeeded(kit, ids);
  const zones = geographyOf(region)?.zones ?? [];
  const zoned = parts.some((part) => part.zone);
  if (options.zone !== undefined && !zoned)
    return refuse(
      say.zoneUnused(options.zone),
      say.zoneParts(kit.parts.filter((part) => part.zone).map((part) => part.id)),
    );
  const zone =
    zoned && zones.length > 0
      ? await get(options.zone, say.askZone(zones), say.none, (text) => readZone(text, zones))
      : options.zone === undefined
        ? undefined
        : readZone(options.zone, zones);
  if (isRefusal(zone)) return zone;
  const known = parts.flatMap((part) => part.numbers);
  const settings = readSettings(options.set ?? [], known);
  if (isRefusal(settings)) return settings;
  const numbers: Record<string, number> = { ...settings };
  if (asker !== undefined) {
    for (const { name: number, about, standard } of known) {
      if (number in numbers) continue;
      const value = await asker.ask(`${number}: ${about.replace(/\. .*$|\.$/, "")}`, String(standard), (text) =>
        readNumber(text, number),
      );
      if (isRefusal(value)) return value;
      numbers[number] = value;
    }
  }
  const file = (text: string): Answer<string> => (text.trim() === "" ? refuse(say.fileNeeded) : text.trim());
  const out = await get(options.out, say.askFile, `${name}.accord.md`, file);
  if (isRefusal(out)) return out;
  return {
    name,
    title,
    form,
    parties: parties.map((party) => open.names.party(party.id)),
    parts: ids,
    ...(zone === undefined ? {} : { zone }),
    numbers,
    out,
  };
}

/** DRAFT, or DRAFT2 and so on where the region has one. */
function freeName(instruments: readonly Instrument[]): string {
  const taken = new Set(instruments.map(({ id }) => id.toUpperCase()));
  for (let count = 1; ; count++) {
    const name = count === 1 ? "DRAFT" : `DRAFT${count}`;
    if (!taken.has(name)) return name;
  }
}

function numbersOf(parts: Kit["parts"], set: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    parts.flatMap((part) => part.numbers.map(({ name, standard }) => [name, set[name] ?? standard])),
  );
}

async function reportFaults(io: Io, faults: readonly Problem[], options: NewOptions): Promise<Outcome> {
  const paper = new Paper(await lookOf(io, options));
  for (const problem of faults) drawProblem(paper, problem);
  paper.gap().text(say.notSound, { indent: 0 });
  await io.print(paper.toString());
  return EXIT.problems;
}

async function listKit(io: Io, kit: Kit, options: NewOptions): Promise<Outcome> {
  if (options.json === true) {
    const parts = kit.parts.map(({ id, title, summary, needs, numbers, zone, reads }) => {
      return { id, title, summary, needs, zone, kinds: [...reads.keys()], numbers };
    });
    await io.print(json("kelisim-kit", { parts }));
    return EXIT.fine;
  }
  const paper = new Paper(await lookOf(io, options));
  paper.text(say.kitHead, { indent: 0, style: "bold" }).text(say.kitLead, { indent: 0 });
  for (const part of kit.parts) {
    paper.gap().ends(part.id, part.needs.length === 0 ? "" : say.needs(part.needs), "bold", "dim", 0);
    paper.text(part.summary);
    for (const { name, standard, about } of part.numbers) {
      paper.text(say.numberLine(name, standard.toLocaleString("en"), about), { indent: 4, hang: 2, style: "dim" });
    }
  }
  await io.print(paper.toString());
  return EXIT.fine;
}
