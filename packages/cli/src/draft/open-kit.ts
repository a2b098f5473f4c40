import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Kit, readKit } from "@kelisim/draft";
import { fileRefusal, readText } from "../files/read-text.ts";
import { type Answer, isRefusal } from "../refusal.ts";

/** The drafting kit that comes with this checkout. */
const KIT = fileURLToPath(new URL("../../../../kit", import.meta.url));
const FRAME = "frame.md";

/** Reads the drafting kit; refused where a file of it cannot be read. */
export async function openKit(): Promise<Answer<Kit>> {
  let names: string[];
  try {
    names = (await readdir(KIT)).filter((name) => name.endsWith(".accord.md")).sort();
  } catch (error) {
    return fileRefusal(error, "kit");
  }
  const files: { path: string; text: string }[] = [];
  for (const name of names) {
    const text = await readText(join(KIT, name), `kit/${name}`);
    if (isRefusal(text)) return text;
    files.push({ path: name, text });
  }
  const frame = await readText(join(KIT, FRAME), `kit/${FRAME}`);
  return isRefusal(frame) ? frame : readKit(files, frame);
}
