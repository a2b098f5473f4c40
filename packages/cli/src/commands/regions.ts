import { listRegions } from "@kelisim/region-files";
import { EXIT, type Io } from "../io.ts";
import { Paper } from "../look/paper.ts";
import { lookOf } from "../look/style.ts";
import { json } from "../output/json.ts";
import type { Options } from "../program.ts";
import { isRefusal } from "../refusal.ts";
import { readRegionFolder } from "../region/open.ts";
import type { Outcome } from "../run.ts";
import { texts } from "../texts/index.ts";

/** `kelisim regions`: the regions of this checkout. */
export async function regions(io: Io, options: Options): Promise<Outcome> {
  const found: {
    id: string;
    name: string;
    fictional: boolean;
    timeZone: string;
    note: string | null;
    parties: number;
  }[] = [];
  let failed = false;
  for (const folder of await listRegions()) {
    const read = await readRegionFolder(io, folder.path);
    if (isRefusal(read)) {
      io.warn(`${read.message}\n`);
      failed = true;
      continue;
    }
    const { region } = read;
    found.push({
      id: folder.id,
      name: region.name,
      fictional: region.fictional,
      timeZone: region.timeZone,
      note: region.note ?? null,
      parties: region.parties.length,
    });
  }
  if (options.json === true) await io.print(json("kelisim-regions", { regions: found }));
  else {
    const paper = new Paper(await lookOf(io, options));
    paper.gap();
    if (found.length === 0) paper.text(texts.noRegions);
    const width = Math.max(0, ...found.map((region) => region.id.length));
    for (const region of found) {
      const about = [region.fictional ? texts.inventedNote : "", region.note?.split(/(?<=\.)\s/)[0] ?? ""].filter(
        (text) => text !== "",
      );
      paper.text(`${region.id.padEnd(width + 2, "\u00a0")}${texts.regionLine(region.name, about.join("; "))}`, {
        hang: width + 2,
      });
    }
    paper.gap();
    await io.print(paper.toString());
  }
  return failed ? EXIT.problems : EXIT.fine;
}
