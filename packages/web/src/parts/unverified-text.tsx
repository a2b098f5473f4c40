import { keyed } from "../state/keyed.ts";
import { unverifiedStretches } from "../state/unverified.ts";
import { Unverified } from "./unverified.tsx";

/** Words of the node, with what no source confirms drawn as such and not as a bare question mark. */
export function UnverifiedText({ text }: { readonly text: string }) {
  return keyed(unverifiedStretches(text)).map(({ key, item }) =>
    item.unverified ? <Unverified key={key}>{item.text}</Unverified> : <span key={key}>{item.text}</span>,
  );
}
