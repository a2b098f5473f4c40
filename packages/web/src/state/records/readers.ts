/** A body as a reader of a record: "KAZ/customs" and the name that its node gives it. */
export interface BodyReader {
  readonly id: string;
  readonly name: string;
}

/** The name of a party, or of a body beside that of its party; what is not known here by its id. */
export function readerName(
  id: string,
  parties: readonly { readonly id: string; readonly name: string }[],
  bodies: readonly BodyReader[],
  both: (party: string, body: string) => string,
): string {
  const [party = "", body] = id.split("/");
  const partyName = parties.find((each) => each.id === party)?.name ?? party;
  if (body === undefined) return partyName;
  return both(partyName, bodies.find((each) => each.id === id)?.name ?? body);
}
