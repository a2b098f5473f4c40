import type { Run } from "@kelisim/api";
import { keyed } from "../state/keyed.ts";
import { Unverified } from "./unverified.tsx";

/** Words of the node as they are marked: strong, code, and what no source we hold confirms. Data, never HTML. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return keyed(runs).map(({ key, item: { text, mark } }) => {
    if (mark === "unverified") return <Unverified key={key}>{text}</Unverified>;
    if (mark === "strong") return <b key={key}>{text}</b>;
    if (mark === "emphasis") return <em key={key}>{text}</em>;
    if (mark === "code") return <code key={key}>{text}</code>;
    return <span key={key}>{text}</span>;
  });
}
