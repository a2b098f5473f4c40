import { keyed } from "../state/keyed.ts";
import { unverifiedStretches } from "../state/unverified.ts";
import { Unverified } from "./unverified.tsx";

export interface UnverifiedTextProps {
  readonly text: string;
  /** What a sign at the very end is about: all of the text, or the figure before it as within the text. */
  readonly ending?: "whole" | "figure";
}

/** Words of the node, with what no source confirms drawn as such and not as a bare question mark. */
export function UnverifiedText({ text, ending }: UnverifiedTextProps) {
  return keyed(unverifiedStretches(text, ending)).map(({ key, item }) =>
    item.unverified ? <Unverified key={key}>{item.text}</Unverified> : <span key={key}>{item.text}</span>,
  );
}
