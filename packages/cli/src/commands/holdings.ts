import type { Holdings, KeptHolding } from "@kelisim/holdings";
import { nearest } from "../arguments/nearest.ts";
import { COMMAND_LINE, withHoldings } from "../holdings/open.ts";
import { drawHolding } from "../holdings/page.ts";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { drawProblem } from "../look/problems.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Outcome } from "../run.ts";
import { yearsInWords } from "../texts/holdings-english.ts";
import { texts } from "../texts/index.ts";

export interface HoldingsOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly plain?: boolean;
  readonly ascii?: boolean;
  readonly refused?: string;
  readonly why?: string;
}

const t = texts.holdings;

/** `kelisim holdings`: what is held, and which years of it a newer file answers. */
export function holdingsList(io: Io, options: HoldingsOptions): Promise<Outcome> {
  return withHoldings<number>(
    io,
    options,
    async (library) => {
      const { holdings, problems } = await library.list();
      const { passedOver } = await library.current({});
      const over = passedOver.map(({ holding, years, for: by, because }) => ({
        holding: holding.id,
        years: years ?? null,
        for: by,
        because,
      }));
      if (options.json === true) await io.print(json("kelisim-holdings", { holdings, passedOver: over, problems }));
      else {
        const paper = new Paper(await lookOf(io, options));
        if (holdings.length === 0) drawNone(paper, library.folder);
        else paper.gap().text(t.heldTitle(holdings.length), { style: "bold" });
        for (const holding of holdings) drawLine(paper, holding);
        if (over.length > 0) paper.gap();
        for (const { holding, years, for: by, because } of over)
          paper.text(t.passedOver(holding, years ?? undefined, by, because), { style: "dim", hang: 2 });
        paper.gap();
        for (const problem of problems) drawProblem(paper, problem);
        await io.print(paper.toString());
      }
      return problems.length > 0 ? EXIT.problems : EXIT.fine;
    },
    async (folder) => {
      if (options.json === true)
        await io.print(json("kelisim-holdings", { holdings: [], passedOver: [], problems: [] }));
      else {
        const paper = new Paper(await lookOf(io, options));
        drawNone(paper, folder);
        await io.print(paper.toString());
      }
      return EXIT.fine;
    },
  );
}

function drawNone(paper: Paper, folder: string): void {
  paper.gap().text(t.noneHeld(folder)).text(t.importHint).gap();
}

function drawLine(paper: Paper, { id, producer, vintage, rows, table, held, file }: KeptHolding): void {
  paper.gap().text(producer.name);
  paper.text(t.line(vintage, rows.made, table, yearsInWords((held ?? []).map(({ year }) => year))), { indent: 4 });
  paper.text(`${id}   ${file.name}`, { indent: 4, style: "dim" });
}

/** `kelisim holdings show`: one holding, with what was refused of its file. */
export async function holdingsShow(io: Io, id: string, options: HoldingsOptions): Promise<Outcome> {
  const asked = options.refused ?? "20";
  const most = /^\d{1,4}$/.test(asked) ? Number(asked) : Number.NaN;
  if (!(most <= 1000)) return refuse(t.notACount("--refused", asked));
  return withHoldings<number>(
    io,
    options,
    async (library) => {
      const holding = await library.get(id);
      if (holding === undefined) return noHolding(id, library);
      const refused = await library.refused(id, { from: 0, rows: Math.min(most + 1, 1000) });
      if (options.json === true) await io.print(json("kelisim-holding", { holding, refused: refused.slice(0, most) }));
      else {
        const paper = new Paper(await lookOf(io, options));
        drawHolding(paper, holding, refused, most);
        await io.print(paper.toString());
      }
      return EXIT.fine;
    },
    async () => refuse(t.noHolding(id), t.heldAre([])),
  );
}

/** `kelisim holdings forget`: takes a holding out of the library. */
export async function holdingsForget(io: Io, id: string, options: HoldingsOptions): Promise<Outcome> {
  const why = options.why?.trim() ?? "";
  if (why === "") return refuse(t.forgetWhy, t.forgetExample(id));
  return withHoldings<number>(
    io,
    options,
    async (library) => {
      const forgotten = await library.forget(id, COMMAND_LINE, why);
      if (forgotten === undefined) return noHolding(id, library);
      await io.print(
        options.json === true ? json("kelisim-holding-forgotten", { ...forgotten }) : `${t.forgotten(id)}\n`,
      );
      return EXIT.fine;
    },
    async () => refuse(t.noHolding(id), t.heldAre([])),
  );
}

/** Says that there is no such holding, with one that is called nearly so. */
export async function noHolding(id: string, library: Holdings): Promise<Refusal> {
  const ids = (await library.list()).holdings.map((one) => one.id);
  const near = nearest(id, ids);
  return refuse(t.noHolding(id), ...(near.length > 0 ? [texts.didYouMean(near)] : []), t.heldAre(ids));
}
