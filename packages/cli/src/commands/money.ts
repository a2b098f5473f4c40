import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Export, type Holdings, isNotAsked, type NotAsked } from "@kelisim/holdings";
import { nearest } from "../arguments/nearest.ts";
import { writeNew } from "../files/write-new.ts";
import { withHoldings } from "../holdings/open.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { type Asked, askedOf, type MoneyOfDataset, moneyOf } from "../money/answer.ts";
import { type MoneyOptions, type MoneyQuestion, readMoneyQuestion } from "../money/ask.ts";
import { moneyData, sharesCsv } from "../money/data.ts";
import { drawMoney } from "../money/page.ts";
import { json } from "../output/json.ts";
import { isRefusal, type Refusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

const t = texts.holdings;

/** `kelisim money`: sums or shares over what is held, with their method, what they were made of and what was left out. */
export async function money(io: Io, options: MoneyOptions): Promise<Outcome> {
  const forms = [
    ...(options.json === true ? ["--json"] : []),
    ...(options.csv === true ? ["--csv"] : []),
    ...(options.parquet === undefined ? [] : ["--parquet"]),
  ];
  if (forms.length > 1) return refuse(texts.twoFormats(forms[0]!, forms[1]!));
  if (options.parquet !== undefined && options.share !== undefined) return refuse(t.sharesNotParquet);
  if (options.parquet !== undefined && existsSync(resolve(io.folder, options.parquet)))
    return refuse(texts.draft.alreadyThere(options.parquet), t.parquetNew);
  const question = readMoneyQuestion(options);
  if (isRefusal(question)) return question;
  return withHoldings<number>(
    io,
    options,
    (holdings) => answer(io, holdings, question, options),
    async () => refuse(t.datasetsAre([])),
  );
}

async function answer(
  io: Io,
  holdings: Holdings,
  question: MoneyQuestion,
  options: MoneyOptions,
): Promise<number | Refusal> {
  const missing = await missingIn(holdings, question);
  if (missing !== undefined) return missing;
  const asked = await askedOf(holdings, question);
  const [one] = asked;
  const toFile = options.csv === true || options.parquet !== undefined;
  if (one === undefined) return refuse(t.datasetsAre([]));
  if (toFile && asked.length > 1) return refuse(t.oneDataset, `--dataset ${datasetsOf(asked).join(", --dataset ")}`);
  if (toFile && question.set === undefined) return writeSums(io, holdings, one, options);
  const answers: MoneyOfDataset[] = [];
  for (const each of asked) {
    const found = await moneyOf(holdings, each, question);
    if (isNotAsked(found)) return notAsked(found);
    answers.push(found);
  }
  if (options.csv === true) await io.print(sharesCsv(question, answers[0]!));
  else if (options.json === true) await io.print(json("kelisim-money", moneyData(question, answers)));
  else {
    const paper = new Paper(await lookOf(io, options));
    for (const each of answers) drawMoney(paper, question, each, options.all === true);
    await io.print(paper.toString());
  }
  return EXIT.fine;
}

const datasetsOf = (asked: readonly Asked[]) => asked.map(({ current }) => current.parts[0]!.holding.producer.dataset);

/** A data set or holding that is named and not there. */
async function missingIn(holdings: Holdings, question: MoneyQuestion): Promise<Refusal | undefined> {
  const flows = (await holdings.list()).holdings.filter(({ table }) => table === "flows");
  const ids = flows.map(({ id }) => id);
  const sets = [...new Set(flows.map(({ producer }) => producer.dataset))];
  const { dataset } = question;
  if (flows.length === 0) return refuse(t.datasetsAre([]));
  const near = (wrong: string, names: readonly string[]) => {
    const found = nearest(wrong, names);
    return found.length === 0 ? [] : [texts.didYouMean(found)];
  };
  if (dataset !== undefined && !sets.includes(dataset))
    return refuse(t.noDataset(dataset), ...near(dataset, sets), t.datasetsAre(sets));
  const absent = question.holdings?.find((id) => !ids.includes(id));
  return absent === undefined ? undefined : refuse(t.noHolding(absent), ...near(absent, ids), t.heldAre(ids));
}

const notAsked = ({ problems }: NotAsked): Refusal => {
  const [first] = problems;
  return refuse(first?.message ?? "", ...(first?.mend === undefined ? [] : [first.mend]));
};

async function writeSums(
  io: Io,
  holdings: Holdings,
  { selection, only }: Asked,
  { parquet }: MoneyOptions,
): Promise<number | Refusal> {
  const made = await holdings.export(selection, { format: parquet === undefined ? "csv" : "parquet" }, only);
  if (isNotAsked(made)) return notAsked(made);
  if (parquet === undefined) await printText(io, made);
  else {
    const refused = await writeNew(io, parquet, made.bytes);
    if (refused !== undefined) return refused;
  }
  return EXIT.fine;
}

async function printText(io: Io, { bytes }: Export): Promise<void> {
  const decoder = new TextDecoder();
  for await (const part of bytes) await io.print(decoder.decode(part, { stream: true }));
}
